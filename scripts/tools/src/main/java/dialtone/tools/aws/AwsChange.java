package dialtone.tools.aws;

/**
 * Something on AWS that is not as it is to be.
 *
 * @param what for people; begins with {@code +} if it is not there and {@code ~} if it differs
 */
record AwsChange(String what, Runnable apply) {}
