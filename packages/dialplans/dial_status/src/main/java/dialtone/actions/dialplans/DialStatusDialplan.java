package dialtone.actions.dialplans;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Reject;
import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.Answer.Outcome;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.dialplan.Rejection;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.events.CallEvent;
import dialtone.core.events.CallEvent.Direction;
import dialtone.core.events.CallEvents;
import dialtone.core.host.Instance;
import dialtone.core.log.Log;
import dialtone.core.number.DialString;
import dialtone.core.number.E164;
import dialtone.core.web.WebRequest;
import dialtone.telephone.feed.CallFeed;
import dialtone.telephone.feed.CallFeed.Telling;
import java.util.List;
import java.util.Optional;

/**
 * The action callback of every {@code <Dial>}: gives the caller the signal that fits how the other
 * end answered, publishes what happened to the call, and tells of it for its bill.
 */
final class DialStatusDialplan implements Dialplan {
  private final DirectorySource source;
  private final CallEvents events;
  private final CallFeed calls;
  private final Log log;

  DialStatusDialplan(DirectorySource source, CallEvents events, CallFeed calls, Log log) {
    this.source = source;
    this.events = events;
    this.calls = calls;
    this.log = log;
  }

  @Override
  public Answer answer(WebRequest request, Instance instance) {
    String status = request.parameter("DialCallStatus").orElse("");
    Optional<Answer> known =
        switch (status) {
          case "completed", "answered", "canceled" -> Optional.of(hangUp());
          case "busy", "no-answer" -> Optional.of(busy());
          case "failed" -> Optional.of(Rejection.FAILED.answer());
          default -> Optional.empty();
        };
    if (known.isEmpty()) {
      log.warn("unknown DialCallStatus: " + shortened(status));
      return hangUp();
    }
    String from = request.parameter("From").orElse("");
    String to = request.parameter("To").orElse("");
    Direction direction = isSip(from) ? Direction.OUTGOING : Direction.INCOMING;
    String ours = DialString.of(direction == Direction.OUTGOING ? from : to).user();
    Optional<String> extension = extension(ours).map(Extension::name);
    String endpoint = extension.orElse(ours.isEmpty() ? "unknown" : ours);
    String callSid = request.parameter("CallSid").orElse("");
    // Both at the same time: the caller waits for neither longer than the second that SNS has.
    Telling telling = calls.tell(request, "DialCallDuration");
    events.publish(
        List.of(
            new CallEvent(direction.call(), endpoint, callSid),
            new CallEvent(direction.dialStatus(status), endpoint, callSid)),
        instance.name());
    telling.await();
    return extension.map(known.get()::to).orElse(known.get());
  }

  /**
   * Where several extensions share the number that was called, Twilio does not say which answered:
   * the first stands for all.
   */
  private Optional<Extension> extension(String nameOrNumber) {
    ExtensionDirectory directory = source.directory();
    return directory
        .named(nameOrNumber)
        .or(
            () ->
                Optional.of(nameOrNumber)
                    .filter(E164::matches)
                    .flatMap(number -> directory.calledAt(new E164(number)).stream().findFirst()));
  }

  private static boolean isSip(String address) {
    return address.regionMatches(true, 0, "sip:", 0, 4)
        || address.regionMatches(true, 0, "sips:", 0, 5);
  }

  private static Answer hangUp() {
    return answer(
        new VoiceResponse.Builder().hangup(new Hangup.Builder().build()), Outcome.HANG_UP);
  }

  private static Answer busy() {
    Reject reject = new Reject.Builder().reason(Reject.Reason.BUSY).build();
    return answer(new VoiceResponse.Builder().reject(reject), Outcome.BUSY);
  }

  private static Answer answer(VoiceResponse.Builder twiml, Outcome outcome) {
    return new Answer(twiml.build(), outcome, Optional.empty());
  }

  private static String shortened(String status) {
    return status.isEmpty() ? "none" : status.substring(0, Math.min(status.length(), 32));
  }
}
