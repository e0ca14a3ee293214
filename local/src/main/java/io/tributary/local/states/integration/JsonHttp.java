package io.tributary.local.states.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.jsonata.Values;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Posts requests in AWS's JSON protocol without holding a thread while one is under way. */
final class JsonHttp {
  private static final int TRIES = 3;
  private static final int MOST_AT_ONCE = 16;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  // A connection a call: without a limit a wide Map would open one for each of its items.
  private final CallLimit limit = new CallLimit(MOST_AT_ONCE);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** The answer's members; the future fails with a {@link CallFailure}. */
  CompletableFuture<Map<String, Object>> call(
      JsonService service, URI endpoint, String action, Map<String, Object> request) {
    HttpRequest post =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .timeout(LONGEST_CALL)
            .header("Content-Type", "application/x-amz-json-" + service.version())
            .header("X-Amz-Target", service.target() + "." + action)
            .POST(HttpRequest.BodyPublishers.ofString(Values.text(request)))
            .build();
    return limit.run(() -> send(service, post, 1)).thenApply(response -> answer(service, response));
  }

  private CompletableFuture<HttpResponse<String>> send(
      JsonService service, HttpRequest post, int attempt) {
    return client
        .sendAsync(post, HttpResponse.BodyHandlers.ofString())
        .handle(
            (response, thrown) ->
                thrown == null ? done(response) : again(service, post, attempt, thrown))
        .thenCompose(next -> next);
  }

  private static CompletableFuture<HttpResponse<String>> done(HttpResponse<String> response) {
    return CompletableFuture.completedFuture(response);
  }

  /** A connection that was cut is tried again, as the SDK does. */
  private CompletableFuture<HttpResponse<String>> again(
      JsonService service, HttpRequest post, int attempt, Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (attempt < TRIES && cause instanceof IOException) {
      return send(service, post, attempt + 1);
    }
    return CompletableFuture.failedFuture(
        new CallFailure(service.errorPrefix() + ".SdkClientException", String.valueOf(cause)));
  }

  private static Map<String, Object> answer(JsonService service, HttpResponse<String> response) {
    Map<String, Object> members = members(service, response);
    if (response.statusCode() == 200) {
      return members;
    }
    String type = errorType(response, members);
    String suffixed = type.endsWith("Exception") ? type : type + "Exception";
    Object message = members.getOrDefault("message", members.get("Message"));
    throw new CallFailure(
        service.errorPrefix() + "." + suffixed,
        message
            + " (Service: "
            + service.errorPrefix()
            + ", Status Code: "
            + response.statusCode()
            + ")");
  }

  private static String errorType(HttpResponse<String> response, Map<String, Object> members) {
    String type =
        String.valueOf(
            members.getOrDefault(
                "__type", response.headers().firstValue("x-amzn-ErrorType").orElse("Unknown")));
    String bare = type.substring(type.indexOf('#') + 1);
    return bare.contains(":") ? bare.substring(0, bare.indexOf(':')) : bare;
  }

  private static Map<String, Object> members(JsonService service, HttpResponse<String> response) {
    try {
      Object body = response.body().isBlank() ? Map.of() : Values.parse(response.body());
      Map<String, Object> members = new LinkedHashMap<>();
      if (body instanceof Map<?, ?> map) {
        map.forEach((name, value) -> members.put((String) name, value));
      }
      return members;
    } catch (JsonProcessingException e) {
      throw new CallFailure(
          service.errorPrefix() + ".SdkClientException",
          "The service answered " + response.statusCode() + " with a body that is no JSON.");
    }
  }
}
