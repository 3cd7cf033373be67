package dialtone.simulator;

/** How status callbacks arrive: Twilio promises neither their order nor that each comes once. */
public enum CallbackDelivery {
  ONCE,
  /** Each comes a second time, with the same idempotency token. */
  TWICE,
  /** The last comes first, after the call. */
  REVERSED
}
