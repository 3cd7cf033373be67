package dialtone.tools.packaging;

import com.google.gson.JsonObject;

/**
 * A request of a rehearsal.
 *
 * @param title what it is, for whoever reads that it was answered wrongly
 * @param event what the function is called with
 */
record RehearsedRequest(String title, JsonObject event, Expectation expectation) {}
