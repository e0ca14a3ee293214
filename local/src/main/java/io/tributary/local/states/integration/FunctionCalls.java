package io.tributary.local.states.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.states.jsonata.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls functions, by their ARN alone or through {@code lambda:invoke}. */
public final class FunctionCalls {
  private final LocalFunctions functions;

  public FunctionCalls(LocalFunctions functions) {
    this.functions = functions;
  }

  /** The function's answer. */
  public CompletableFuture<Object> plain(String arn, Object payload) {
    return functions.start(arn, Values.text(payload)).handle(FunctionCalls::answer);
  }

  /** The function's answer as {@code Payload}, beside what {@code lambda:invoke} tells. */
  public CompletableFuture<Object> invoke(Map<String, Object> arguments) {
    String name = String.valueOf(arguments.get("FunctionName"));
    Object payload = arguments.getOrDefault("Payload", Map.of());
    return plain(name, payload).thenApply(FunctionCalls::withMetadata);
  }

  private static Object withMetadata(Object payload) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ExecutedVersion", "$LATEST");
    result.put("Payload", payload);
    result.put("SdkHttpMetadata", Map.of("HttpStatusCode", 200));
    result.put("StatusCode", 200);
    return result;
  }

  private static Object answer(String json, Throwable thrown) {
    if (thrown == null) {
      return parsed(json);
    }
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof FunctionFailure failure) {
      throw new CallFailure(failure.errorType(), causeOf(failure));
    }
    throw new CallFailure("Lambda.Unknown", String.valueOf(cause));
  }

  private static Object parsed(String json) {
    try {
      return Values.parse(json);
    } catch (JsonProcessingException e) {
      throw new CallFailure("Lambda.Unknown", "The function gave no JSON.");
    }
  }

  private static String causeOf(FunctionFailure failure) {
    Map<String, Object> cause = new LinkedHashMap<>();
    cause.put("errorMessage", failure.getMessage());
    cause.put("errorType", failure.errorType());
    if (!failure.frames().isEmpty()) {
      cause.put("stackTrace", failure.frames());
    }
    return Values.text(cause);
  }
}
