/** TwiML as Twilio reads it: the document, its verbs and nouns, and what is wrong with them. */
package dialtone.simulator.twiml;
