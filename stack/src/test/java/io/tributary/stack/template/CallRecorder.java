package io.tributary.stack.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;

/**
 * Records which calls of AWS services each step performs, as the actions that IAM asks for. The SDK
 * finds it by a file on the class path and hands it the calls of every client; a step is known by
 * the name of its thread.
 */
public final class CallRecorder implements ExecutionInterceptor {
  private static final String THREAD = "step-";
  private static final Map<String, String> PREFIXES =
      Map.of(
          "S3", "s3",
          "Sfn", "states",
          "Sqs", "sqs",
          "RedshiftData", "redshift-data",
          "SecretsManager", "secretsmanager");

  /** Where an operation is allowed by the action of another name. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "s3:ListObjectsV2", "s3:ListBucket",
          "s3:DeleteObjects", "s3:DeleteObject",
          "s3:HeadObject", "s3:GetObject");

  private static final Set<Call> CALLS = ConcurrentHashMap.newKeySet();

  /**
   * A call.
   *
   * @param resource the bucket or object; empty for the other services
   */
  record Call(String step, String action, String resource) {}

  /** What was recorded in this process so far. */
  static Set<Call> calls() {
    return Set.copyOf(CALLS);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String thread = Thread.currentThread().getName();
    if (!thread.startsWith(THREAD)) {
      return;
    }
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    if (!PREFIXES.containsKey(service)) {
      throw new AssertionError("No prefix of IAM is known for " + service);
    }
    String operation =
        PREFIXES.get(service) + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    String action = OTHER_NAMES.getOrDefault(operation, operation);
    for (String resource : resources(service, context.request())) {
      CALLS.add(new Call(thread.substring(THREAD.length()), action, resource));
    }
  }

  private static List<String> resources(String service, SdkRequest request) {
    if (!service.equals("S3")) {
      return List.of("");
    }
    if (request instanceof DeleteObjectsRequest delete) {
      return delete.delete().objects().stream().map(object -> object(object.key())).toList();
    }
    return List.of(
        request
            .getValueForField("Key", String.class)
            .map(CallRecorder::object)
            .orElse("Bucket.Arn"));
  }

  private static String object(String key) {
    return "Bucket.Arn/" + key;
  }
}
