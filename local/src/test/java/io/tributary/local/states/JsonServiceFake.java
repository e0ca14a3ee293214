package io.tributary.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service that speaks AWS's JSON protocol: it keeps requests and answers what it is told to. */
final class JsonServiceFake implements AutoCloseable {
  /** What came in: the target header and the body. */
  record Request(String target, JsonNode body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile String answer = "{\"MessageId\":\"m-1\",\"MD5OfMessageBody\":\"x\"}";

  JsonServiceFake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answers(int withStatus, String json) {
    status = withStatus;
    answer = json.replace('\'', '"');
  }

  List<Request> requests() {
    return requests;
  }

  /** The body of the next message that was sent and not taken yet. */
  String takeMessage() throws InterruptedException {
    String message = bodies.poll(20, TimeUnit.SECONDS);
    if (message == null) {
      throw new IllegalStateException("No message came.");
    }
    return message;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
      requests.add(new Request(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body));
      byte[] bytes = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      if (body.has("MessageBody")) {
        bodies.add(body.get("MessageBody").asText());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
