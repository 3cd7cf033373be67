package dialtone.tools.twilio;

/**
 * An attribute that differs.
 *
 * @param name in the REST API
 * @param from as it is live
 * @param to as the file has it; may hold {@code ${sid:…}}
 */
record FieldChange(String name, String from, String to) {}
