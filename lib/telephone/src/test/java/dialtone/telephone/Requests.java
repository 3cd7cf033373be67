package dialtone.telephone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a client asks DynamoDB; the connection can be made to break before, or after, a request. */
public final class Requests implements ExecutionInterceptor {
  private final List<String> made = new CopyOnWriteArrayList<>();
  private volatile Predicate<SdkRequest> breaksBefore = request -> false;
  private volatile Predicate<SdkRequest> breaksAfter = request -> false;

  /** A client of a table's database whose requests these are. */
  public DynamoDbClient client(Map<String, String> settings) {
    return DynamoDbClient.builder()
        .region(Region.of(settings.get("AWS_REGION")))
        .endpointOverride(URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            override ->
                override.addExecutionInterceptor(this).retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /** The requests made until now, by their names; from now on they are counted anew. */
  public List<String> take() {
    List<String> taken = List.copyOf(made);
    made.clear();
    return taken;
  }

  /** DynamoDB does not get these. */
  public void breakBefore(Predicate<SdkRequest> requests) {
    breaksBefore = requests;
  }

  /** DynamoDB does what these ask, but its answer does not come back. */
  public void breakAfter(Predicate<SdkRequest> requests) {
    breaksAfter = requests;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    made.add(context.request().getClass().getSimpleName().replace("Request", ""));
    if (breaksBefore.test(context.request())) {
      throw SdkClientException.create("the connection broke");
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (breaksAfter.test(context.request())) {
      throw SdkClientException.create("the connection broke");
    }
  }
}
