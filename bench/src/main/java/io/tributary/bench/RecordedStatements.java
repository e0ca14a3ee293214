package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;

/** Everything that the Data API executed, in order: what the replay runs without it. */
final class RecordedStatements {
  private RecordedStatements() {}

  /** A batch or statement an element, with its SQL, its parameters and its seconds. */
  static ArrayNode of(RedshiftDataClient warehouse) {
    List<StatementData> listed =
        new ArrayList<>(
            warehouse.listStatementsPaginator(r -> r.status("ALL")).statements().stream().toList());
    Collections.reverse(listed);
    ArrayNode recorded = Json.MAPPER.createArrayNode();
    for (StatementData statement : listed) {
      describe(warehouse.describeStatement(r -> r.id(statement.id())), recorded.addObject());
    }
    return recorded;
  }

  /** What all of them took in the warehouse. */
  static double seconds(ArrayNode recorded) {
    double seconds = 0;
    for (JsonNode batch : recorded) {
      for (JsonNode statement : batch.get("statements")) {
        seconds += statement.get("seconds").asDouble();
      }
    }
    return seconds;
  }

  private static void describe(DescribeStatementResponse described, ObjectNode recorded) {
    recorded.put("status", described.statusAsString());
    ObjectNode parameters = recorded.putObject("parameters");
    described.queryParameters().forEach(p -> parameters.put(p.name(), p.value()));
    ArrayNode statements = recorded.putArray("statements");
    if (described.hasSubStatements()) {
      for (SubStatementData part : described.subStatements()) {
        add(statements, part.queryString(), part.duration());
      }
    } else {
      add(statements, described.queryString(), described.duration());
    }
  }

  private static void add(ArrayNode statements, String sql, long nanoseconds) {
    statements.addObject().put("sql", sql).put("seconds", nanoseconds / 1e9);
  }
}
