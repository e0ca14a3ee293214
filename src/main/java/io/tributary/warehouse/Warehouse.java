package io.tributary.warehouse;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.ActiveStatementsExceededException;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** Amazon Redshift by its Data API. Safe for use by several threads. */
public final class Warehouse {
  /** A call under way hears of no interruption: so long at most does a step go on after one. */
  private static final int LONGEST_WAIT_SECONDS = 5;

  private static final String SERIALIZABLE_CONFLICT = "Serializable isolation violation";

  private final RedshiftDataClient client;
  private final WarehouseTarget target;

  public Warehouse(RedshiftDataClient client, WarehouseTarget target) {
    this.client = client;
    this.target = target;
  }

  public WarehouseTarget target() {
    return target;
  }

  /**
   * Starts a batch as one transaction and returns its statement id at once.
   *
   * @param clientToken names this submit for eight hours: the same token gives the same statement
   */
  public String submit(String name, StatementBatch batch, String clientToken) {
    if (batch.statements().size() == 1) {
      var request = ExecuteStatementRequest.builder().sql(batch.statements().get(0));
      request.database(target.database()).statementName(name).clientToken(clientToken);
      target.workgroup().ifPresent(request::workgroupName);
      target.cluster().ifPresent(request::clusterIdentifier);
      request.parameters(parameters(batch.parameters()));
      return calling(() -> client.executeStatement(request.build()).id());
    }
    var request = BatchExecuteStatementRequest.builder().sqls(batch.statements());
    request.database(target.database()).statementName(name).clientToken(clientToken);
    target.workgroup().ifPresent(request::workgroupName);
    target.cluster().ifPresent(request::clusterIdentifier);
    request.parameters(parameters(batch.parameters()));
    return calling(() -> client.batchExecuteStatement(request.build()).id());
  }

  /**
   * Runs a short batch and waits for its end.
   *
   * @throws DataException if the warehouse refused a statement
   * @throws TransientException if the same batch may succeed later, or the thread is interrupted,
   *     which stays so
   */
  public void run(String name, StatementBatch batch) {
    await(submit(name, batch, null));
  }

  /** Runs one short query and returns its rows. */
  public Rows query(String name, String sql, Map<String, String> parameters) {
    String id = submit(name, new StatementBatch(List.of(sql), parameters), null);
    await(id);
    return calling(
        () ->
            new Rows(
                client.getStatementResultPaginator(r -> r.id(id)).stream()
                    .flatMap(page -> page.records().stream())
                    .toList()));
  }

  /** Cancels a statement; one that has ended already is left as it is. */
  public void cancel(String id) {
    try {
      client.cancelStatement(r -> r.id(id));
    } catch (ValidationException e) {
      if (!isSettled(client.describeStatement(r -> r.id(id)).status())) {
        throw e;
      }
    }
  }

  /** Cancels what this pipeline has under way whose name begins so. */
  public void cancelAll(String namePrefix) {
    client
        .listStatementsPaginator(r -> r.statementName(namePrefix).status(StatusString.STARTED))
        .statements()
        .forEach(statement -> cancel(statement.id()));
  }

  private void await(String id) {
    DescribeStatementResponse statement;
    do {
      statement =
          calling(
              () -> client.describeStatement(r -> r.id(id).waitTimeSeconds(LONGEST_WAIT_SECONDS)));
    } while (!isSettled(statement.status()));
    if (statement.status() != StatusString.FINISHED) {
      throw failure(statement);
    }
  }

  private static RuntimeException failure(DescribeStatementResponse statement) {
    String error = String.valueOf(statement.error());
    if (error.contains(SERIALIZABLE_CONFLICT)) {
      return new TransientException(
          ErrorCode.STATEMENT_FAILED, "Another transaction wrote the same rows: " + error);
    }
    if (statement.status() == StatusString.ABORTED) {
      return new TransientException(
          ErrorCode.STATEMENT_ABORTED, "The warehouse aborted a statement: " + error);
    }
    return new DataException(
        ErrorCode.STATEMENT_FAILED, "The warehouse refused a statement: " + error);
  }

  private static boolean isSettled(StatusString status) {
    return status == StatusString.FINISHED
        || status == StatusString.FAILED
        || status == StatusString.ABORTED;
  }

  private static List<SqlParameter> parameters(Map<String, String> values) {
    return values.isEmpty()
        ? null
        : values.entrySet().stream()
            .map(value -> SqlParameter.builder().name(value.getKey()).value(value.getValue()))
            .map(SqlParameter.Builder::build)
            .toList();
  }

  private static <T> T calling(Supplier<T> call) {
    try {
      return call.get();
    } catch (ActiveStatementsExceededException e) {
      throw unreachable(e);
    } catch (ValidationException e) {
      throw new PermanentException(
          ErrorCode.STATEMENT_FAILED, "The warehouse does not take the call: " + e.getMessage(), e);
    } catch (AwsServiceException e) {
      if (e.statusCode() < 500 && !e.isThrottlingException()) {
        throw new PermanentException(
            ErrorCode.STATEMENT_FAILED, "The warehouse refused the call: " + e.getMessage(), e);
      }
      throw unreachable(e);
    } catch (AbortedException e) {
      throw interrupted(e);
    } catch (SdkException e) {
      throw unreachable(e);
    }
  }

  private static TransientException interrupted(AbortedException e) {
    Thread.currentThread().interrupt();
    return new TransientException(
        ErrorCode.OUT_OF_TIME,
        "The step could not finish in time: it was interrupted while the warehouse worked. Look at"
            + " what the warehouse is busy with, and run again.",
        e);
  }

  private static TransientException unreachable(SdkException e) {
    return new TransientException(
        ErrorCode.WAREHOUSE_UNREACHABLE,
        "The warehouse does not answer for now: " + e.getMessage(),
        e);
  }
}
