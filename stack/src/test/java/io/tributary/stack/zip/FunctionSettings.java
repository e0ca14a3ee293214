package io.tributary.stack.zip;

import io.tributary.local.cloud.CloudAddresses;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of a function, as the template sets them, and the SDK's endpoints. */
record FunctionSettings(Map<String, String> variables) {
  FunctionSettings {
    variables = Map.copyOf(variables);
  }

  /** Those of the function with this name where nothing answers. */
  static FunctionSettings alone(String function) {
    return new FunctionSettings(
        Map.of(
            "QUARKUS_LAMBDA_HANDLER", function,
            "TRIBUTARY_PROJECT", "shop",
            "TRIBUTARY_BUCKET", "bucket",
            "TRIBUTARY_DATABASE", "dev",
            "TRIBUTARY_WORKGROUP", "workgroup",
            "TRIBUTARY_REQUEST_QUEUE_URL", "http://127.0.0.1:1/requests",
            "TRIBUTARY_ATTRIBUTION_ENDPOINT", "http://127.0.0.1:1",
            "TRIBUTARY_MAX_CONCURRENCY", "1",
            "AWS_REGION", "us-east-1"));
  }

  /** The same without one variable. */
  FunctionSettings without(String variable) {
    Map<String, String> fewer = new HashMap<>(variables);
    fewer.remove(variable);
    return new FunctionSettings(fewer);
  }

  /** Those of the function with this name, against a local cloud. */
  static FunctionSettings of(String function, CloudAddresses cloud, int maxConcurrency) {
    Map<String, String> variables = new HashMap<>();
    variables.put("QUARKUS_LAMBDA_HANDLER", function);
    variables.put("TRIBUTARY_PROJECT", "shop");
    variables.put("TRIBUTARY_BUCKET", cloud.bucket());
    variables.put("TRIBUTARY_DATABASE", cloud.warehouse().database());
    variables.put("TRIBUTARY_WORKGROUP", cloud.warehouse().workgroup().orElse(""));
    variables.put("TRIBUTARY_CLUSTER", cloud.warehouse().cluster().orElse(""));
    variables.put("TRIBUTARY_COPY_ROLE", "");
    variables.put("TRIBUTARY_REQUEST_QUEUE_URL", cloud.requestQueueUrl());
    variables.put("TRIBUTARY_ATTRIBUTION_ENDPOINT", cloud.attribution().toString());
    variables.put("TRIBUTARY_MAX_CONCURRENCY", Integer.toString(maxConcurrency));
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    variables.put("AWS_ENDPOINT_URL_S3", cloud.objects().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", cloud.queues().toString());
    variables.put("AWS_ENDPOINT_URL_SFN", cloud.states().toString());
    variables.put("AWS_ENDPOINT_URL_REDSHIFT_DATA", cloud.redshiftData().toString());
    variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", cloud.secrets().toString());
    return new FunctionSettings(variables);
  }
}
