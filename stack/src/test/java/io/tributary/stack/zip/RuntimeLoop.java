package io.tributary.stack.zip;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lambda's Java runtime in little: a process whose class path is the unpacked zip, that takes
 * invocations from the Runtime API, hands them to the handler and posts the answers.
 */
public final class RuntimeLoop {
  private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String invocations;

  private RuntimeLoop(String api) {
    this.invocations = "http://" + api + "/2018-06-01/runtime/invocation/";
  }

  public static void main(String[] arguments) throws Exception {
    var loop = new RuntimeLoop(System.getenv("AWS_LAMBDA_RUNTIME_API"));
    var handler =
        (RequestStreamHandler) Class.forName(HANDLER).getDeclaredConstructor().newInstance();
    while (loop.serveNext(handler)) {
      // The next call is asked for when the last is answered, as an environment does.
    }
  }

  private boolean serveNext(RequestStreamHandler handler) throws IOException, InterruptedException {
    HttpResponse<byte[]> next =
        http.send(
            HttpRequest.newBuilder(URI.create(invocations + "next")).build(),
            BodyHandlers.ofByteArray());
    if (next.statusCode() != 200) {
      return false;
    }
    String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
    long deadline = next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow();
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(next.body()), output, context(id, deadline));
      post(id + "/response", output.toByteArray());
    } catch (Throwable thrown) {
      log(thrown);
      post(id + "/error", new ObjectMapper().writeValueAsBytes(error(thrown)));
    }
    return true;
  }

  private void post(String path, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(invocations + path))
            .POST(BodyPublishers.ofByteArray(body));
    http.send(request.build(), BodyHandlers.discarding());
  }

  /** As Lambda's runtime does: message, class, causes and frames. */
  private static void log(Throwable thrown) {
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    System.out.println(thrown.getMessage() + ": " + thrown.getClass().getName() + "\n" + trace);
  }

  private static Map<String, Object> error(Throwable thrown) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("errorMessage", String.valueOf(thrown.getMessage()));
    error.put("errorType", thrown.getClass().getName());
    error.put("stackTrace", List.of(thrown.getStackTrace()).stream().map(String::valueOf).toList());
    return error;
  }

  private static Context context(String id, long deadline) {
    return (Context)
        Proxy.newProxyInstance(
            RuntimeLoop.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> id;
                  case "getRemainingTimeInMillis" ->
                      Math.toIntExact(deadline - System.currentTimeMillis());
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
