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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private final Queue<Answer> first = new ConcurrentLinkedQueue<>();
  private volatile Answer always =
      new Answer(200, "{\"MessageId\":\"m-1\",\"MD5OfMessageBody\":\"x\"}");

  private record Answer(int status, String json) {
    Answer {
      json = json.replace('\'', '"');
    }
  }

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
    always = new Answer(withStatus, json);
  }

  /** Answers the next request so, before it goes on as told. */
  void answersFirst(int withStatus, String json) {
    first.add(new Answer(withStatus, json));
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
      Answer answer = Optional.ofNullable(first.poll()).orElse(always);
      byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
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
