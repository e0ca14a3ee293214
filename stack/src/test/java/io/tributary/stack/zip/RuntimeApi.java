package io.tributary.stack.zip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.step.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The Runtime API of one environment: hands an invocation out and takes what becomes of it. */
final class RuntimeApi implements AutoCloseable {
  private static final int ACCEPTED = 202;

  private static final int GONE = 410;
  private static final Pending END =
      new Pending("", new Invocation("end", Instant.MAX), new CompletableFuture<>());

  private final CompletableFuture<Instant> polled = new CompletableFuture<>();
  private final BlockingQueue<Pending> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(RuntimeApi::daemon);
  private final HttpServer server;
  private volatile Pending current;

  /** What became of an invocation: the function's JSON, or the JSON of its error. */
  record Ending(boolean failed, String json) {}

  private record Pending(String input, Invocation invocation, CompletableFuture<Ending> ending) {}

  RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/2018-06-01/runtime/invocation/", this::handle);
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} is set to. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands the invocation to the process that asks next. */
  CompletableFuture<Ending> invoke(String input, Invocation invocation) {
    var pending = new Pending(input, invocation, new CompletableFuture<>());
    waiting.add(pending);
    return pending.ending();
  }

  /** When the process asked for its first invocation. */
  CompletableFuture<Instant> polled() {
    return polled;
  }

  /** Tells the process that asks next to end. */
  void end() {
    waiting.add(END);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/next")) {
      handOut(exchange);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Pending ended = current;
    exchange.sendResponseHeaders(ACCEPTED, -1);
    exchange.close();
    ended.ending().complete(new Ending(path.endsWith("/error"), body));
  }

  private void handOut(HttpExchange exchange) throws IOException {
    polled.complete(Instant.now());
    try {
      current = waiting.take();
    } catch (InterruptedException e) {
      exchange.close();
      return;
    }
    if (current == END) {
      exchange.sendResponseHeaders(GONE, -1);
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", current.invocation().requestId());
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(current.invocation().deadline().toEpochMilli()));
    byte[] body = current.input().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "runtime-api");
    thread.setDaemon(true);
    return thread;
  }
}
