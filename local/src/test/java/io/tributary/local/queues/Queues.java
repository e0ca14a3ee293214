package io.tributary.local.queues;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Local queues and the SDK's client of them. */
final class Queues implements AutoCloseable {
  private final AtomicInteger created = new AtomicInteger();
  final LocalQueues local = LocalQueues.start();
  final SqsClient sqs = client();

  SqsClient client(ExecutionInterceptor... interceptors) {
    return SqsClient.builder()
        .endpointOverride(local.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(Apache5HttpClient.builder().maxConnections(64))
        .overrideConfiguration(
            o ->
                o.executionInterceptors(List.of(interceptors)).retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  /** A queue of its own for each test; returns its URL. */
  String queue(Duration visibilityTimeout) {
    String name = "queue-" + created.incrementAndGet();
    return local.create(new QueueSettings(name, visibilityTimeout, Optional.empty()));
  }

  void send(String queueUrl, int messages) {
    for (int from = 0; from < messages; from += 10) {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(from, Math.min(messages, from + 10))
              .mapToObj(
                  n ->
                      SendMessageBatchRequestEntry.builder()
                          .id("m" + n)
                          .messageBody("body " + n)
                          .build())
              .toList();
      sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
    }
  }

  int visible(String queueUrl) {
    return count(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  int hidden(String queueUrl) {
    return count(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int count(String queueUrl, QueueAttributeName name) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(name)).attributes();
    return Integer.parseInt(attributes.get(name));
  }

  @Override
  public void close() {
    sqs.close();
    local.close();
  }
}
