package io.tributary.local.states.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.json.Json;
import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.jsonata.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks the protocol of Step Functions on a free port of loopback. */
public final class StatesEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(StatesEndpoint.class);
  private static final String TARGET = "AWSStepFunctions.";
  private static final int THREADS = 16;

  private final Map<String, Function<ApiRequest, Map<String, Object>>> operations;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, StatesEndpoint::daemon);

  public StatesEndpoint(Engine engine) {
    this.operations = operations(engine);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on a port of loopback", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
  }

  private static Map<String, Function<ApiRequest, Map<String, Object>>> operations(Engine engine) {
    MachineApi machines = new MachineApi(engine);
    ExecutionApi executions = new ExecutionApi(engine, machines);
    HistoryApi histories = new HistoryApi(engine, executions);
    MapRunApi mapRuns = new MapRunApi(engine, executions);
    TaskApi tasks = new TaskApi(engine.tokens());
    return Map.ofEntries(
        Map.entry("CreateStateMachine", machines::create),
        Map.entry("DescribeStateMachine", machines::describe),
        Map.entry("ListStateMachines", machines::list),
        Map.entry("StartExecution", executions::start),
        Map.entry("DescribeExecution", executions::describe),
        Map.entry("StopExecution", executions::stop),
        Map.entry("ListExecutions", executions::list),
        Map.entry("GetExecutionHistory", histories::get),
        Map.entry("DescribeMapRun", mapRuns::describe),
        Map.entry("ListMapRuns", mapRuns::list),
        Map.entry("SendTaskSuccess", tasks::success),
        Map.entry("SendTaskFailure", tasks::failure),
        Map.entry("SendTaskHeartbeat", tasks::heartbeat));
  }

  /** Begins to listen and tells where. */
  public URI start() {
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Answer answer = answer(target == null ? "" : target, body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      byte[] bytes = Values.text(answer.members()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private record Answer(int status, Map<String, Object> members) {}

  private Answer answer(String target, byte[] body) {
    try {
      String name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
      Function<ApiRequest, Map<String, Object>> operation = operations.get(name);
      if (operation == null) {
        throw new ApiError(
            "UnknownOperationException", "The local Step Functions have no '" + name + "'.");
      }
      return new Answer(200, operation.apply(new ApiRequest(parsed(body))));
    } catch (ApiError error) {
      return new Answer(400, error(error.type(), error.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("The call {} broke", target, e);
      return new Answer(500, error("InternalFailure", String.valueOf(e.getMessage())));
    }
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Json.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ApiError("SerializationException", "The request is no JSON.");
    }
  }

  private static Map<String, Object> error(String type, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("__type", type);
    error.put("message", message);
    return error;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "states-http");
    thread.setDaemon(true);
    return thread;
  }
}
