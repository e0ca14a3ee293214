package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.rewrite.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An ExecuteStatement or BatchExecuteStatement, checked. */
record SubmitRequest(
    List<String> sqls,
    Shape shape,
    Map<String, String> parameters,
    String database,
    Optional<String> workgroup,
    Optional<String> cluster,
    Optional<String> name,
    Optional<String> clientToken,
    ResultFormat format) {
  private static final int MOST_STATEMENTS = 40;

  /** How the statements belong together. */
  enum Shape {
    SINGLE,
    TRANSACTION,
    AUTO_COMMIT
  }

  SubmitRequest {
    sqls = List.copyOf(sqls);
  }

  static SubmitRequest single(JsonNode request, WarehouseLimits limits) {
    return checked(request, List.of(Requests.required(request, "Sql")), Shape.SINGLE, limits);
  }

  static SubmitRequest batch(JsonNode request, WarehouseLimits limits) {
    List<String> sqls =
        StreamSupport.stream(request.path("Sqls").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    if (sqls.isEmpty() || sqls.size() > MOST_STATEMENTS) {
      throw DataApiException.invalid(
          "1 validation error detected: Value at 'sqls' failed to satisfy constraint: Member must"
              + " have length between 1 and 40");
    }
    String mode = Requests.optional(request, "ExecutionMode").orElse("TRANSACTION");
    return checked(request, sqls, Requests.choice(Shape.class, "ExecutionMode", mode), limits);
  }

  private static SubmitRequest checked(
      JsonNode request, List<String> sqls, Shape shape, WarehouseLimits limits) {
    requireConnection(request);
    for (String sql : sqls) {
      if (sql.getBytes(StandardCharsets.UTF_8).length > limits.statementBytes()) {
        throw DataApiException.invalid(
            "The statement is longer than " + limits.statementBytes() + " bytes");
      }
    }
    String format = Requests.optional(request, "ResultFormat").orElse("JSON");
    return new SubmitRequest(
        sqls,
        shape,
        parameters(request, sqls),
        Requests.required(request, "Database"),
        Requests.optional(request, "WorkgroupName"),
        Requests.optional(request, "ClusterIdentifier"),
        Requests.optional(request, "StatementName"),
        Requests.optional(request, "ClientToken"),
        Requests.choice(ResultFormat.class, "ResultFormat", format));
  }

  private static void requireConnection(JsonNode request) {
    if (request.has("SessionId") || request.has("SessionKeepAliveSeconds")) {
      throw DataApiException.invalid(
          "The local warehouse keeps no sessions: send neither SessionId nor"
              + " SessionKeepAliveSeconds");
    }
    if (!request.hasNonNull("WorkgroupName") && !request.hasNonNull("ClusterIdentifier")) {
      throw DataApiException.invalid("Either WorkgroupName or ClusterIdentifier is needed");
    }
  }

  private static Map<String, String> parameters(JsonNode request, List<String> sqls) {
    Set<String> used = new HashSet<>();
    sqls.forEach(sql -> used.addAll(Parameters.names(sql)));
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> unused = new ArrayList<>();
    for (JsonNode parameter : request.path("Parameters")) {
      String name = parameter.path("name").asText();
      String value = parameter.path("value").asText();
      if (value.isEmpty()) {
        throw DataApiException.invalid("The parameter " + name + " has no value; bind one");
      } else if (parameters.put(name, value) != null) {
        throw DataApiException.invalid("The parameter " + name + " is given twice");
      } else if (!used.contains(name)) {
        unused.add(name);
      }
    }
    if (!unused.isEmpty()) {
      throw DataApiException.invalid(
          "Parameters list contains unused parameters. Unused parameters: " + unused);
    }
    return parameters;
  }
}
