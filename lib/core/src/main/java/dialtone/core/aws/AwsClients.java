package dialtone.core.aws;

import dialtone.core.host.Environment;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * What every AWS client here is made with: {@code AWS_ACCESS_KEY_ID}, {@code
 * AWS_SECRET_ACCESS_KEY}, {@code AWS_REGION} and, for tests and local services, {@code
 * AWS_ENDPOINT_URL_<SERVICE>}.
 */
public final class AwsClients {
  private AwsClients() {}

  /**
   * Builds a client that tries once: within the time a caller waits there is none for a second try.
   *
   * @param service the service's name in {@code AWS_ENDPOINT_URL_<SERVICE>}
   * @param patience after which a connection or a read is given up
   * @throws IllegalArgumentException if a setting is missing or malformed; the message names it
   */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, String service, Duration patience, Environment environment) {
    String keyId = required(environment, "AWS_ACCESS_KEY_ID");
    String secret = required(environment, "AWS_SECRET_ACCESS_KEY");
    builder
        .region(Region.of(required(environment, "AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(patience).socketTimeout(patience))
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(RetryMode.STANDARD)
                    .retryStrategy(strategy -> strategy.maxAttempts(1))
                    .apiCallTimeout(patience));
    environment
        .get("AWS_ENDPOINT_URL_" + service)
        .ifPresent(url -> builder.endpointOverride(URI.create(url)));
    return builder.build();
  }

  private static String required(Environment environment, String name) {
    return environment
        .get(name)
        .orElseThrow(() -> new IllegalArgumentException("setting " + name + " is not set"));
  }
}
