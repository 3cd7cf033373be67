/** Checks a developer's machine and accounts. */
package dialtone.tools.doctor;
