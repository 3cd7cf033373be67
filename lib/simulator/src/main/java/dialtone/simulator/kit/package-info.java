/** Whole calls in tests, a few lines each. */
package dialtone.simulator.kit;
