package io.tributary.local.states.integration;

import io.tributary.local.states.jsonata.Values;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the services that speak AWS's JSON protocol, with arguments and results in PascalCase. */
public final class JsonServiceCalls {
  private static final JsonService SQS = new JsonService("AmazonSQS", "1.0", "SQS");
  private static final JsonService REDSHIFT_DATA =
      new JsonService("RedshiftData", "1.1", "RedshiftData");

  private final Map<String, URI> endpoints;
  private final JsonHttp http = new JsonHttp();

  /**
   * @param endpoints by the SDK's name of the service, such as {@code sqs}
   */
  public JsonServiceCalls(Map<String, URI> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  /** A call of the Redshift Data API. */
  public CompletableFuture<Object> redshiftData(String action, Map<String, Object> arguments) {
    Map<String, Object> request = RedshiftDataNames.request(arguments);
    return call(REDSHIFT_DATA, "redshiftdata", capitalised(action), request)
        .thenApply(RedshiftDataNames::result);
  }

  /** Sends a message; a body that is an object is sent as its JSON text. */
  public CompletableFuture<Object> sendMessage(Map<String, Object> arguments) {
    Map<String, Object> request = new HashMap<>(arguments);
    Object body = request.get("MessageBody");
    request.put("MessageBody", body instanceof String ? body : Values.text(body));
    return call(SQS, "sqs", "SendMessage", request).thenApply(JsonServiceCalls::withMetadata);
  }

  private CompletableFuture<Map<String, Object>> call(
      JsonService service, String name, String action, Map<String, Object> request) {
    URI endpoint = endpoints.get(name);
    if (endpoint == null) {
      return CompletableFuture.failedFuture(
          new CallFailure(
              service.errorPrefix() + ".SdkClientException",
              "The local cloud was given no endpoint for '" + name + "'."));
    }
    return http.call(service, endpoint, action, request);
  }

  private static Object withMetadata(Map<String, Object> answer) {
    Map<String, Object> result = new LinkedHashMap<>(answer);
    result.put("SdkHttpMetadata", Map.of("HttpStatusCode", 200));
    return result;
  }

  private static String capitalised(String action) {
    return Character.toUpperCase(action.charAt(0)) + action.substring(1);
  }
}
