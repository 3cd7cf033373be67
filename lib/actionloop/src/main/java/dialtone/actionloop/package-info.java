/**
 * Runs an OpenWhisk action written in Java inside a host that has no Java: the other end of the
 * action-loop protocol. The host starts the program once, and then for each activation writes one
 * line of JSON to its standard input and reads one from its descriptor 3.
 */
package dialtone.actionloop;
