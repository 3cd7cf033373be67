package dialtone.simulator.kit;

import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Ended;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Heard;
import dialtone.simulator.timeline.LegAnswers;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.Logged;
import dialtone.simulator.timeline.NotPlaced;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.TwilioError;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Says what happened in a call; a failure shows its whole timeline. */
public final class CallAssert extends AbstractAssert<CallAssert, SimulatedCall> {

  private CallAssert(SimulatedCall call) {
    super(call, CallAssert.class);
    describedAs(
        "%n%s", call.timeline().stream().map(Entry::story).collect(Collectors.joining("\n")));
  }

  /** What happened in a call. */
  public static CallAssert assertThatCall(SimulatedCall call) {
    return new CallAssert(call);
  }

  /** It rings somebody, who sees a caller ID. */
  public CallAssert rings(String address, String callerId) {
    List<String> rung =
        actual
            .entries(LegRings.class)
            .map(each -> each.leg().address() + " with caller ID " + each.leg().callerId())
            .toList();
    if (!rung.contains(address + " with caller ID " + callerId)) {
      failWithMessage(
          "expected it to ring %s with caller ID %s, but rung were %s", address, callerId, rung);
    }
    return this;
  }

  /** It rings exactly these, in any order. */
  public CallAssert ringsOnly(String... addresses) {
    List<String> rung =
        actual.entries(LegRings.class).map(each -> each.leg().address()).sorted().toList();
    List<String> expected = List.of(addresses).stream().sorted().toList();
    if (!rung.equals(expected)) {
      failWithMessage("expected it to ring only %s, but rung were %s", expected, rung);
    }
    return this;
  }

  /** It rings nobody. */
  public CallAssert ringsNobody() {
    return ringsOnly();
  }

  /** Somebody answers and is connected with the caller. */
  public CallAssert connects(String address) {
    List<String> connected =
        actual.entries(LegAnswers.class).map(each -> each.leg().address()).toList();
    if (!connected.contains(address)) {
      failWithMessage("expected %s to answer, but connected were %s", address, connected);
    }
    return this;
  }

  /** The caller hears a sound. */
  public CallAssert hears(Sound sound) {
    if (actual.entries(Heard.class).noneMatch(heard -> heard.sound() == sound)) {
      failWithMessage("expected the caller to hear %s, but heard were %s", sound.words(), heard());
    }
    return this;
  }

  /** The caller hears these words. */
  public CallAssert hearsSpeech(String words) {
    boolean spoken =
        actual
            .entries(Heard.class)
            .anyMatch(heard -> heard.sound() == Sound.SPEECH && heard.what().equals(words));
    if (!spoken) {
      failWithMessage("expected the caller to hear \"%s\", but heard were %s", words, heard());
    }
    return this;
  }

  /** The call has this {@code CallStatus} at its end. */
  public CallAssert endsAs(String status) {
    if (!actual.status().equals(status)) {
      failWithMessage(
          "expected the call to end as %s, but it ended as %s", status, actual.status());
    }
    return this;
  }

  /** It ended for this reason. */
  public CallAssert endsBecause(String why) {
    List<String> reasons = actual.entries(Ended.class).map(Ended::why).toList();
    if (!reasons.equals(List.of(why))) {
      failWithMessage("expected the call to end because of \"%s\", but it was %s", why, reasons);
    }
    return this;
  }

  /** It cost so many invocations of functions. */
  public CallAssert costs(int invocations) {
    if (actual.invocations() != invocations) {
      failWithMessage(
          "expected %s invocations, but there were %s", invocations, actual.invocations());
    }
    return this;
  }

  /** An emergency number would have been called. */
  public CallAssert wouldCallEmergency(String number, String callerId) {
    boolean would =
        actual
            .entries(NotPlaced.class)
            .anyMatch(each -> each.number().equals(number) && each.callerId().equals(callerId));
    if (!would) {
      failWithMessage("expected that %s would be called with caller ID %s", number, callerId);
    }
    return this;
  }

  /** Twilio would log this. */
  public CallAssert logs(TwilioError error) {
    if (!logged().contains(error)) {
      failWithMessage("expected Twilio to log %s, but it logged %s", error, logged());
    }
    return this;
  }

  /** Twilio would log nothing at all, and could do all that the dialplan asks for. */
  public CallAssert isFlawless() {
    if (!logged().isEmpty() || actual.failed()) {
      failWithMessage("expected Twilio to log nothing, but it logged %s", logged());
    }
    return this;
  }

  /** Something that the dialplan asks for did not happen. */
  public CallAssert failed() {
    if (!actual.failed()) {
      failWithMessage("expected the call to fail at Twilio, but it did not");
    }
    return this;
  }

  private List<String> heard() {
    return actual.entries(Heard.class).map(Heard::story).toList();
  }

  private List<TwilioError> logged() {
    return actual.entries(Logged.class).map(each -> each.flaw().error()).toList();
  }
}
