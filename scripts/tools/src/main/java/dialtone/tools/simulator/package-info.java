/** The call simulator in a terminal and on the local server's page. */
package dialtone.tools.simulator;
