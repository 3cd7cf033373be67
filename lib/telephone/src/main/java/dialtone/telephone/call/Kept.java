package dialtone.telephone.call;

import dialtone.telephone.record.CallRecord;
import java.time.Instant;

/**
 * A record that was taken.
 *
 * @param jobId the task that brought it
 */
public record Kept<R extends CallRecord>(R record, String jobId, Instant receivedAt) {}
