package io.tributary.local.attribution;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;

/** A queue that remembers for how many seconds messages were put away. */
final class Visibilities implements SqsClient {
  private final List<Integer> seconds = new ArrayList<>();

  List<Integer> seconds() {
    return List.copyOf(seconds);
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    seconds.add(request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
