/** How Twilio asks a URL for TwiML: signed, patient for so long, tried again so often. */
package dialtone.simulator.webhook;
