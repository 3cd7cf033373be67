package dialtone.telephone.web;

import com.google.gson.JsonArray;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.Page;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.task.Task;
import dialtone.telephone.task.Task.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** {@code /task}: how far the posted registries have got. */
final class TaskResource implements Resource {
  private final TaskStore tasks;
  private final Listing listing;
  private final Clock clock;

  TaskResource(TaskStore tasks, Listing listing, Clock clock) {
    this.tasks = tasks;
    this.listing = listing;
    this.clock = clock;
  }

  @Override
  public Answer answer(ApiRequest request) {
    return Lists.answer(request, "a task", this::list, this::one);
  }

  private Answer one(ApiRequest request, String jobId) {
    return tasks
        .task(jobId)
        .map(task -> Answer.json(200, TaskJson.of(task, request)))
        .orElseGet(() -> Problem.notFound("job_id", "there is no task \"" + jobId + "\"").answer());
  }

  private Answer list(ApiRequest request) {
    Window window = new Window(request, clock.instant());
    Optional<Status> status = status(request, window);
    Instant from = window.from();
    Instant to = window.to();
    int limit = window.limit();
    if (window.refusal().isPresent()) {
      return window.refusal().get();
    }
    try {
      Page<Task> page = listing.tasks(status, from, to, window.cursor(), limit);
      JsonArray array = new JsonArray();
      page.items().forEach(task -> array.add(TaskJson.summary(task, request)));
      return Lists.page("tasks", array, page.next());
    } catch (IllegalArgumentException e) {
      return Window.noCursor();
    }
  }

  private static Optional<Status> status(ApiRequest request, Window window) {
    Optional<String> text = request.query("status");
    Optional<Status> status =
        text.flatMap(
            t -> Arrays.stream(Status.values()).filter(s -> s.text().equals(t)).findFirst());
    if (text.isPresent() && status.isEmpty()) {
      window.problem("status", "\"queued\", \"started\", \"done\" or \"failed\" expected");
    }
    return status;
  }
}
