package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Data API over HTTP on the loopback address: AWS JSON 1.1. */
public final class DataApiEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataApiEndpoint.class);
  private static final String TARGET = "RedshiftData.";

  private final DataApi api;
  private final HttpServer server;
  private final ExecutorService threads;

  private DataApiEndpoint(DataApi api, HttpServer server, ExecutorService threads) {
    this.api = api;
    this.server = server;
    this.threads = threads;
  }

  /** Listens on a free port. */
  public static DataApiEndpoint start(DataApi api) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "warehouse-http");
                thread.setDaemon(true);
                return thread;
              });
      DataApiEndpoint endpoint = new DataApiEndpoint(api, server, threads);
      server.setExecutor(threads);
      server.createContext("/", endpoint::handle);
      server.start();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException("The local warehouse cannot listen on 127.0.0.1", e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String operation = target == null ? "" : target.replaceFirst("^" + TARGET, "");
      try {
        JsonNode request = Json.MAPPER.readTree(exchange.getRequestBody());
        answer(exchange, 200, api.call(operation, request));
      } catch (DataApiException e) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", e.type());
        answer(exchange, e.httpStatus(), error(e));
      } catch (RuntimeException e) {
        LOG.error("The local warehouse failed in {}", operation, e);
        exchange.getResponseHeaders().add("x-amzn-ErrorType", "InternalServerException");
        answer(exchange, 500, Json.MAPPER.createObjectNode().put("Message", e.getMessage()));
      }
    }
  }

  private static ObjectNode error(DataApiException e) {
    ObjectNode answer =
        Json.MAPPER.createObjectNode().put("__type", e.type()).put("Message", e.getMessage());
    e.details().forEach(answer::put);
    return answer;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.getResponseHeaders().add("x-amzn-RequestId", UUID.randomUUID().toString());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
