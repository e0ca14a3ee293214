package io.tributary.local.secrets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tributary.json.Json;
import io.tributary.secrets.Secrets;
import java.io.IOException;
import java.util.Map;

/** Secrets Manager's JSON 1.1, of which GetSecretValue is served. A value is never logged. */
final class SecretsProtocol implements HttpHandler {
  private static final String SERVICE = "secretsmanager.";
  private static final String VERSION = "00000000-0000-0000-0000-000000000001";
  private static final String STAGE = "AWSCURRENT";

  private final Map<String, String> environment;

  SecretsProtocol(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (!(SERVICE + "GetSecretValue").equals(target)) {
        String name = String.valueOf(target).replace(SERVICE, "");
        refuse(exchange, 501, "NotImplemented", "The local secrets do not implement " + name + ".");
        return;
      }
      try {
        answer(exchange, Json.MAPPER.readTree(body));
      } catch (JacksonException e) {
        refuse(exchange, 400, "SerializationException", "The request is not JSON.");
      }
    }
  }

  private void answer(HttpExchange exchange, JsonNode request) throws IOException {
    String name = request.path("SecretId").asText("");
    if (name.isEmpty()) {
      refuse(exchange, 400, "InvalidParameterException", "SecretId is missing.");
      return;
    }
    boolean current =
        request.path("VersionId").asText(VERSION).equals(VERSION)
            && request.path("VersionStage").asText(STAGE).equals(STAGE);
    String value = environment.getOrDefault(Secrets.localVariable(name), "");
    if (value.isEmpty() || !current) {
      refuse(
          exchange,
          400,
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret.");
      return;
    }
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("ARN", "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name);
    answer.put("Name", name);
    answer.put("VersionId", VERSION);
    answer.putArray("VersionStages").add(STAGE);
    answer.put("SecretString", value);
    send(exchange, 200, answer);
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    ObjectNode error = Json.MAPPER.createObjectNode();
    send(exchange, status, error.put("__type", type).put("message", message));
  }

  private static void send(HttpExchange exchange, int status, ObjectNode answer)
      throws IOException {
    byte[] body = Json.bytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
