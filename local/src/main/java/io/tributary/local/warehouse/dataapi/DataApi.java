package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.warehouse.Faults;
import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.dataapi.Execution.Snapshot;
import io.tributary.local.warehouse.dataapi.Execution.Status;
import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.transfer.CopyLoader;
import io.tributary.local.warehouse.transfer.LoadErrors;
import io.tributary.local.warehouse.transfer.ObjectFolder;
import io.tributary.local.warehouse.transfer.Unloader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations of the Redshift Data API. Safe for several threads. */
public final class DataApi implements AutoCloseable {
  private static final Pattern ID =
      Pattern.compile("[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:[0-9]+)?");
  private static final int MOST_LISTED = 100;
  private static final Duration CANCEL_WAIT = Duration.ofSeconds(5);

  private final WarehouseLimits limits;
  private final Faults faults;
  private final StatementRegistry registry;
  private final StatementPool pool;

  public DataApi(
      Database database, ObjectFolder objects, WarehouseLimits limits, Faults faults, Clock clock) {
    CopyLoader copies = new CopyLoader(objects, new LoadErrors(database));
    SqlStep step = new SqlStep(copies, new Unloader(objects), new ResultReader(limits));
    this.limits = limits;
    this.faults = faults;
    this.registry = new StatementRegistry(limits, clock);
    this.pool = new StatementPool(new StatementRunner(database, step, faults), limits.readers());
  }

  /** The answer to one request; the operation is the service's name of it. */
  JsonNode call(String operation, JsonNode request) {
    if (faults.takesFailure()) {
      throw DataApiException.internal();
    }
    return switch (operation) {
      case "ExecuteStatement" -> submit(SubmitRequest.single(request, limits), request);
      case "BatchExecuteStatement" -> submit(SubmitRequest.batch(request, limits), request);
      case "DescribeStatement" -> describe(request);
      case "GetStatementResult" -> result(request, ResultFormat.JSON);
      case "GetStatementResultV2" -> result(request, ResultFormat.CSV);
      case "CancelStatement" -> cancel(request);
      case "ListStatements" -> list(request);
      default -> throw DataApiException.invalid("The local warehouse does not know " + operation);
    };
  }

  private JsonNode submit(SubmitRequest submit, JsonNode request) {
    Duration wait = Requests.wait(request);
    if (faults.takesThrottle()) {
      throw DataApiException.throttled(limits.activeStatements());
    }
    Submission submission = registry.submit(submit, pool::start);
    if (faults.takesLostAnswer()) {
      throw DataApiException.internal();
    }
    submission.awaitEnd(wait);
    return Answers.submitted(submission);
  }

  private JsonNode describe(JsonNode request) {
    String id = id(request);
    Submission submission = registry.find(id);
    submission.awaitEnd(Requests.wait(request));
    return id.equals(submission.whole().id())
        ? Answers.described(submission)
        : Answers.described(submission, submission.execution(id).orElseThrow());
  }

  private JsonNode result(JsonNode request, ResultFormat format) {
    String id = id(request);
    Submission submission = registry.find(id);
    submission.awaitEnd(Requests.wait(request));
    Snapshot execution = withResult(submission, id);
    if (execution.status() != Status.FINISHED) {
      throw DataApiException.missing(id, "Query is not in FINISHED state: " + execution.status());
    }
    StoredResult result =
        execution
            .result()
            .orElseThrow(() -> DataApiException.missing(id, "Query does not have result."));
    if (submission.request().format() != format) {
      throw DataApiException.invalid(
          "The statement was submitted with the result format " + submission.request().format());
    }
    return Answers.page(result, format, page(request, result));
  }

  /** Asked for a batch, the service gives the rows of its last query. */
  private static Snapshot withResult(Submission submission, String id) {
    Snapshot asked = submission.execution(id).orElseThrow().snapshot();
    boolean isBatch = submission.isBatch() && id.equals(submission.whole().id());
    if (!isBatch || asked.status() != Status.FINISHED) {
      return asked;
    }
    List<Snapshot> queries =
        submission.parts().stream()
            .map(Execution::snapshot)
            .filter(part -> part.result().isPresent())
            .toList();
    return queries.isEmpty() ? asked : queries.get(queries.size() - 1);
  }

  private static int page(JsonNode request, StoredResult result) {
    int page = Requests.nextToken(request);
    if (page >= result.pages().size()) {
      throw DataApiException.invalid("NextToken is not one that was given");
    }
    return page;
  }

  private JsonNode cancel(JsonNode request) {
    String id = id(request);
    Submission submission = registry.find(id);
    if (id.contains(":")) {
      throw DataApiException.invalid("Cancel the batch, not one statement of it: " + id);
    } else if (submission.isEnded()) {
      throw DataApiException.invalid(
          "Could not cancel a query that is already in " + submission.status() + " state: " + id);
    }
    stop(submission);
    submission.awaitEnd(CANCEL_WAIT);
    return Json.MAPPER.createObjectNode().put("Status", true);
  }

  private static void stop(Submission submission) {
    try {
      submission.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("A statement cannot be cancelled", e);
    }
  }

  private JsonNode list(JsonNode request) {
    Optional<String> name = Requests.optional(request, "StatementName");
    Optional<String> status = Requests.optional(request, "Status").filter(s -> !s.equals("ALL"));
    int from = Requests.nextToken(request);
    int most = request.path("MaxResults").asInt(MOST_LISTED);
    List<Submission> found =
        registry.newestFirst().stream()
            .filter(s -> name.isEmpty() || s.request().name().orElse("").startsWith(name.get()))
            .filter(s -> status.isEmpty() || s.status().name().equals(status.get()))
            .skip(from)
            .limit(most + 1L)
            .toList();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode statements = answer.putArray("Statements");
    found.stream().limit(most).map(Answers::listed).forEach(statements::add);
    if (found.size() > most) {
      answer.put("NextToken", String.valueOf(from + most));
    }
    return answer;
  }

  private static String id(JsonNode request) {
    String id = Requests.required(request, "Id");
    if (!ID.matcher(id).matches()) {
      throw DataApiException.invalid("id must satisfy regex pattern: ^" + ID.pattern() + "$");
    }
    return id;
  }

  /** Cancels what runs and ends. */
  @Override
  public void close() {
    registry.newestFirst().stream().filter(s -> !s.isEnded()).forEach(DataApi::stop);
    pool.close();
  }
}
