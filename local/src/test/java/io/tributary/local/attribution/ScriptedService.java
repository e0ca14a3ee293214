package io.tributary.local.attribution;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A service that gives fixed answers, one after the other, and remembers what it was asked. */
final class ScriptedService implements AutoCloseable {
  private record Scripted(int status, String body) {}

  private final Deque<Scripted> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final HttpServer server;

  ScriptedService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          calls.add(exchange.getRequestURI() + " " + new String(asked, StandardCharsets.UTF_8));
          Scripted next = answers.removeFirst();
          byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(next.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  void answers(int status, String body) {
    answers.add(new Scripted(status, body));
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
