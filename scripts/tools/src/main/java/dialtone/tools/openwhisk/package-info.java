/** Deploys to an OpenWhisk host that has a Java kind. */
package dialtone.tools.openwhisk;
