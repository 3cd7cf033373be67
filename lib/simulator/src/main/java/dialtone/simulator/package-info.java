/**
 * Plays Twilio: {@link dialtone.simulator.CallSimulator} places a {@link
 * dialtone.simulator.CallPlan} and gives the {@link dialtone.simulator.SimulatedCall}.
 */
package dialtone.simulator;
