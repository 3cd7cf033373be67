package dialtone.simulator;

import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.timeline.Performed;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.twiml.Verb;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Does what documents say, one after the other, until the call is over. */
final class Interpreter {
  private final CallState call;
  private final Documents documents;
  private boolean inQueue;

  Interpreter(CallState call) {
    this.call = call;
    this.documents = new Documents(call);
  }

  /** Goes on with a document, and whatever it leads to, to the end of the call. */
  void run(Next.GoTo first) {
    if (follow(first) == Next.CONTINUE) {
      hangUp("the document has no more verbs");
    }
  }

  /** Follows documents until one has no more verbs, the call is over or the queue is left. */
  private Next follow(Next first) {
    Next next = first;
    while (next instanceof Next.GoTo goTo) {
      Optional<Documents.Page> page = documents.fetch(goTo);
      next = page.isEmpty() ? Next.ENDED : perform(page.get());
    }
    return next;
  }

  private Next perform(Documents.Page page) {
    Performer performer = new Performer(page.base());
    for (Verb verb : page.document().verbs()) {
      if (call.clock().now().compareTo(CallState.LONGEST) >= 0) {
        call.end(CallStatus.COMPLETED, CallState.TOO_LONG);
        return Next.ENDED;
      }
      call.add(at -> new Performed(at, verb.tag()));
      Next next = verb.accept(performer);
      if (next != Next.CONTINUE) {
        return next;
      }
    }
    return Next.CONTINUE;
  }

  /** Does the music's document once while the caller waits in a queue. */
  Next whileQueued(Next.GoTo music) {
    inQueue = true;
    try {
      return follow(music);
    } finally {
      inQueue = false;
    }
  }

  /**
   * Twilio answers a call that a document only hangs up; but not one whose {@code <Dial>} kept it
   * ringing.
   */
  private void hangUp(String why) {
    if (call.wasKeptRinging() && !call.isAnswered()) {
      call.end(CallStatus.NO_ANSWER, why);
      return;
    }
    call.answer();
    call.end(CallStatus.COMPLETED, why);
  }

  /** Does the verbs of one document. */
  private final class Performer implements Verb.Visitor<Next> {
    private final URI base;

    Performer(URI base) {
      this.base = base;
    }

    @Override
    public Next say(Verb.Say say) {
      if (say.text().isEmpty()) {
        call.log(Flaw.harmless(TwilioError.SAY_TEXT, "there is nothing to say"));
      }
      return sound(say);
    }

    @Override
    public Next play(Verb.Play play) {
      new Audio(call).check(base, play);
      return sound(play);
    }

    @Override
    public Next pause(Verb.Pause pause) {
      return sound(pause);
    }

    @Override
    public Next gather(Verb.Gather gather) {
      call.answer();
      return new Gathering(call, gather, base).perform();
    }

    @Override
    public Next dial(Verb.Dial dial) {
      return inQueue ? notInQueue("Dial") : new Dialling(call, dial, base).perform();
    }

    @Override
    public Next redirect(Verb.Redirect redirect) {
      return goTo("<Redirect>", redirect.to(), Map.of());
    }

    @Override
    public Next reject(Verb.Reject reject) {
      if (call.isAnswered()) {
        call.log(Flaw.harmless(TwilioError.REJECT_AFTER_ANSWER, reject.tag()));
        call.end(CallStatus.COMPLETED, "<Reject>");
      } else {
        call.hears(reject.busy() ? Sound.BUSY_SIGNAL : Sound.NOT_IN_SERVICE, "");
        call.end(reject.busy() ? CallStatus.BUSY : CallStatus.NO_ANSWER, "<Reject>");
      }
      return Next.ENDED;
    }

    @Override
    public Next hangup(Verb.Hangup hangup) {
      hangUp("<Hangup>");
      return Next.ENDED;
    }

    @Override
    public Next record(Verb.RecordVoice record) {
      call.answer();
      return new Recording(call, record, base).perform();
    }

    @Override
    public Next enqueue(Verb.Enqueue enqueue) {
      call.answer();
      return inQueue
          ? notInQueue("Enqueue")
          : new Queueing(call, Interpreter.this, enqueue, base).perform();
    }

    @Override
    public Next leave(Verb.Leave leave) {
      if (inQueue) {
        return Next.LEFT_QUEUE;
      }
      call.log(Flaw.harmless(TwilioError.SCHEMA_WARNING, "<Leave>: the caller is in no queue"));
      return Next.CONTINUE;
    }

    @Override
    public Next notSimulated(Verb.NotSimulated verb) {
      call.add(at -> new NotSimulated(at, "<" + verb.name() + ">"));
      return Next.CONTINUE;
    }

    private Next sound(Verb verb) {
      Sounding sounding = Sounding.of(verb).orElseThrow();
      // A pause alone does not pick up: Twilio lets it ring so long.
      if (sounding.sound() != Sound.SILENCE) {
        call.answer();
      }
      call.hears(sounding.sound(), sounding.what());
      return call.pass(sounding.inAll()) ? Next.CONTINUE : Next.ENDED;
    }

    private Next notInQueue(String verb) {
      call.log(
          Flaw.breaking(
              TwilioError.SCHEMA_WARNING, "<" + verb + "> is not allowed in a queue's waitUrl"));
      return Next.CONTINUE;
    }

    private Next goTo(String purpose, Callback callback, Map<String, String> more) {
      return call.links().goTo(purpose, base, callback, more);
    }
  }
}
