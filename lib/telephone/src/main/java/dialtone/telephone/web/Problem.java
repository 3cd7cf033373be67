package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.telephone.record.FieldProblem;
import java.util.List;

/** What went wrong, as RFC 9457 has it, with the fields that are to blame in {@code errors}. */
final class Problem {
  private static final String TYPE = "application/problem+json; charset=utf-8";

  private final int status;
  private final JsonObject json = new JsonObject();

  private Problem(int status, String title, String detail) {
    this.status = status;
    json.addProperty("type", "about:blank");
    json.addProperty("title", title);
    json.addProperty("status", status);
    json.addProperty("detail", detail);
  }

  static Problem badRequest(String field, String detail) {
    return badRequest(List.of(new FieldProblem(field, detail)));
  }

  static Problem badRequest(List<FieldProblem> problems) {
    return new Problem(400, "Bad Request", sentence(problems)).with(problems);
  }

  static Problem unprocessable(List<FieldProblem> problems) {
    return new Problem(422, "Unprocessable Content", sentence(problems)).with(problems);
  }

  static Problem tooLarge(String field, String detail) {
    return new Problem(413, "Content Too Large", detail)
        .with(List.of(new FieldProblem(field, detail)));
  }

  static Problem unauthorized(String detail) {
    return new Problem(401, "Unauthorized", detail);
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "Forbidden", detail);
  }

  static Problem notFound(String field, String detail) {
    return new Problem(404, "Not Found", detail).with(List.of(new FieldProblem(field, detail)));
  }

  static Problem methodNotAllowed(String detail) {
    return new Problem(405, "Method Not Allowed", detail);
  }

  static Problem notAcceptable(String detail) {
    return new Problem(406, "Not Acceptable", detail)
        .with(List.of(new FieldProblem("Accept", detail)));
  }

  static Problem conflict(String field, String detail) {
    return new Problem(409, "Conflict", detail).with(List.of(new FieldProblem(field, detail)));
  }

  static Problem failed() {
    return new Problem(
        500, "Internal Server Error", "Something is wrong here, and has been logged.");
  }

  static Problem unavailable(String detail) {
    return new Problem(503, "Service Unavailable", detail);
  }

  Problem with(String member, JsonElement value) {
    json.add(member, value);
    return this;
  }

  Answer answer() {
    return Answer.of(status, TYPE, json.toString());
  }

  private Problem with(List<FieldProblem> problems) {
    JsonArray errors = new JsonArray();
    for (FieldProblem problem : problems) {
      JsonObject error = new JsonObject();
      error.addProperty("field", problem.field());
      error.addProperty("detail", problem.detail());
      errors.add(error);
    }
    return with("errors", errors);
  }

  private static String sentence(List<FieldProblem> problems) {
    FieldProblem first = problems.get(0);
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    return (first.field().isEmpty() ? "body" : first.field()) + ": " + first.detail() + more;
  }
}
