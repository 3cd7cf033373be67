/** What happened in a call, in order: the one story that the terminal, the page and tests tell. */
package dialtone.simulator.timeline;
