package dialtone.tools.simulator;

import dialtone.simulator.CallPlan;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.SimulatedCall;
import java.util.function.Function;

/**
 * A call and what is expected of it.
 *
 * @param call who calls whom, at the instance that it is played on
 */
record Scenario(
    String name,
    Function<Switchboard, CallPlan> call,
    OtherEnds otherEnds,
    CallerScript caller,
    CallbackDelivery callbacks,
    Expectations expected) {

  SimulatedCall play(Switchboard switchboard) {
    CallPlan plan = call.apply(switchboard).with(otherEnds).with(callbacks);
    return switchboard.simulator().place(plan, caller);
  }
}
