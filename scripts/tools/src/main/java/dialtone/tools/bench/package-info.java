/** Measures what a packaged function costs, beside the same jar on a plain JVM, and Node.js. */
package dialtone.tools.bench;
