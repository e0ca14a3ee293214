package io.tributary.local.queues;

import io.tributary.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the local cloud: ElasticMQ in memory, on the loopback. */
public final class LocalQueues implements AutoCloseable {
  private static final Region REGION = Region.US_EAST_1;
  private static final String ACCOUNT = "000000000000";

  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient sqs;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalQueues(SQSRestServer server, URI endpoint, SqsClient sqs) {
    this.server = server;
    this.endpoint = endpoint;
    this.sqs = sqs;
  }

  public static LocalQueues start() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(REGION.id())
            .withAWSAccountId(ACCOUNT)
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new LocalQueues(server, endpoint, client(endpoint));
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Creates the queue and gives its URL, which holds for the life of this server only. */
  public String create(QueueSettings settings) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        Long.toString(settings.visibilityTimeout().toSeconds()));
    settings
        .deadLetters()
        .ifPresent(letters -> attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive(letters)));
    return sqs.createQueue(r -> r.queueName(settings.name()).attributes(attributes)).queueUrl();
  }

  /** Ends the server; closed again, it stays closed. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      sqs.close();
      server.stopAndWait();
    }
  }

  private static String redrive(QueueSettings.DeadLetters letters) {
    return new String(
        Json.bytes(
            Map.of(
                "deadLetterTargetArn", arn(letters.queue()),
                "maxReceiveCount", letters.maxReceiveCount())),
        StandardCharsets.UTF_8);
  }

  private static String arn(String queue) {
    return "arn:aws:sqs:" + REGION.id() + ":" + ACCOUNT + ":" + queue;
  }

  private static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(
            Apache5HttpClient.builder().connectionMaxIdleTime(Duration.ofSeconds(10)))
        .build();
  }
}
