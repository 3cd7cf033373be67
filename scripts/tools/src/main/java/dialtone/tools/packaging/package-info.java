/**
 * Makes of a function what a host takes: a jar for a host that has Java, and for one that has none
 * a zip that brings its own.
 */
package dialtone.tools.packaging;
