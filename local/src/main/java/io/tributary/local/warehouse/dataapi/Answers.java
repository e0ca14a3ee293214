package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.tributary.json.Json;
import io.tributary.local.warehouse.dataapi.Execution.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The answers of the Data API. */
final class Answers {
  private static final double MILLIS = 1000.0;

  private Answers() {}

  static ObjectNode submitted(Submission submission) {
    Snapshot whole = submission.whole().snapshot();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("Id", whole.id()).put("CreatedAt", seconds(whole.createdAt()));
    answer.put("Status", whole.status().name());
    connection(answer, submission.request());
    return answer;
  }

  static ObjectNode described(Submission submission) {
    SubmitRequest request = submission.request();
    ObjectNode answer = execution(submission.whole().snapshot());
    connection(answer, request);
    answer.put("ResultFormat", request.format().name());
    request
        .parameters()
        .forEach(
            (name, value) ->
                answer
                    .withArray("QueryParameters")
                    .addObject()
                    .put("name", name)
                    .put("value", value));
    if (submission.isBatch()) {
      answer.put("ExecutionMode", request.shape().name());
      ArrayNode parts = answer.putArray("SubStatements");
      submission.parts().forEach(part -> parts.add(execution(part.snapshot())));
      boolean hasRows =
          submission.parts().stream().anyMatch(part -> part.snapshot().result().isPresent());
      answer.put("HasResultSet", hasRows);
    }
    return answer;
  }

  /** One statement of a batch. */
  static ObjectNode described(Submission submission, Execution part) {
    ObjectNode answer = execution(part.snapshot());
    connection(answer, submission.request());
    return answer.put("ResultFormat", submission.request().format().name());
  }

  private static void connection(ObjectNode answer, SubmitRequest request) {
    answer.put("Database", request.database());
    request.workgroup().ifPresent(workgroup -> answer.put("WorkgroupName", workgroup));
    request.cluster().ifPresent(cluster -> answer.put("ClusterIdentifier", cluster));
  }

  private static ObjectNode execution(Snapshot execution) {
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("Id", execution.id())
            .put("Status", execution.status().name())
            .put("Duration", execution.duration().toNanos())
            .put("CreatedAt", seconds(execution.createdAt()))
            .put("UpdatedAt", seconds(execution.updatedAt()))
            .put("ResultRows", execution.rows())
            .put("ResultSize", execution.result().map(StoredResult::bytes).orElse(-1L))
            .put("RedshiftQueryId", execution.queryId())
            .put("HasResultSet", execution.result().isPresent());
    execution.sql().ifPresent(sql -> answer.put("QueryString", sql));
    execution.error().ifPresent(error -> answer.put("Error", error));
    return answer;
  }

  static ObjectNode listed(Submission submission) {
    SubmitRequest request = submission.request();
    Snapshot whole = submission.whole().snapshot();
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("Id", whole.id())
            .put("Status", whole.status().name())
            .put("CreatedAt", seconds(whole.createdAt()))
            .put("UpdatedAt", seconds(whole.updatedAt()))
            .put("IsBatchStatement", submission.isBatch())
            .put("ResultFormat", request.format().name());
    request.name().ifPresent(name -> answer.put("StatementName", name));
    if (submission.isBatch()) {
      request.sqls().forEach(answer.putArray("QueryStrings")::add);
    } else {
      answer.put("QueryString", request.sqls().get(0));
    }
    return answer;
  }

  /** One page of a result, counted from 0. */
  static ObjectNode page(StoredResult result, ResultFormat format, int page) {
    ObjectNode answer = Json.MAPPER.createObjectNode().put("TotalNumRows", result.rows());
    answer.set("ColumnMetadata", result.columns());
    String records = new String(result.pages().get(page), StandardCharsets.UTF_8);
    answer.putRawValue("Records", new RawValue(records));
    if (format == ResultFormat.CSV) {
      answer.put("ResultFormat", format.name());
    }
    if (page + 1 < result.pages().size()) {
      answer.put("NextToken", String.valueOf(page + 1));
    }
    return answer;
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / MILLIS;
  }
}
