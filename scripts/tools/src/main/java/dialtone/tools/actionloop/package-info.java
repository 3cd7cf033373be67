/**
 * A host of the action-loop protocol: what OpenWhisk's Go proxies do with a packaged function, for
 * the local server, the tests and the measurements.
 */
package dialtone.tools.actionloop;
