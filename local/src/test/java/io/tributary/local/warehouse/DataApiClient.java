package io.tributary.local.warehouse;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** The real client of the Data API, with what tests ask of it again and again. */
final class DataApiClient implements AutoCloseable {
  private final RedshiftDataClient client;
  private final String workgroup;
  private final String database;

  private DataApiClient(RedshiftDataClient client, String workgroup, String database) {
    this.client = client;
    this.workgroup = workgroup;
    this.database = database;
  }

  static DataApiClient local(URI endpoint) {
    return new DataApiClient(
        RedshiftDataClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(Apache5HttpClient.create())
            .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build(),
        "local",
        "dev");
  }

  /** A real cluster, by the default credentials and region. */
  static DataApiClient remote(String workgroup, String database) {
    return new DataApiClient(
        RedshiftDataClient.builder()
            .httpClient(Apache5HttpClient.create())
            .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
            .build(),
        workgroup,
        database);
  }

  RedshiftDataClient sdk() {
    return client;
  }

  String submit(String sql) {
    return client
        .executeStatement(r -> r.sql(sql).workgroupName(workgroup).database(database))
        .id();
  }

  String submitBatch(String... sqls) {
    return client
        .batchExecuteStatement(r -> r.sqls(sqls).workgroupName(workgroup).database(database))
        .id();
  }

  DescribeStatementResponse run(String sql) {
    return ended(submit(sql));
  }

  DescribeStatementResponse run(String sql, Map<String, String> parameters) {
    List<SqlParameter> bound =
        parameters.entrySet().stream()
            .map(p -> SqlParameter.builder().name(p.getKey()).value(p.getValue()).build())
            .toList();
    return ended(
        client
            .executeStatement(
                r -> r.sql(sql).parameters(bound).workgroupName(workgroup).database(database))
            .id());
  }

  DescribeStatementResponse runBatch(String... sqls) {
    return ended(submitBatch(sqls));
  }

  /** What became of the statement, once it has ended. */
  DescribeStatementResponse ended(String id) {
    while (true) {
      DescribeStatementResponse now = client.describeStatement(r -> r.id(id).waitTimeSeconds(20));
      if (List.of(StatusString.FINISHED, StatusString.FAILED, StatusString.ABORTED)
          .contains(now.status())) {
        return now;
      }
    }
  }

  /** Runs statements that must succeed. */
  void mustRun(String... sqls) {
    Arrays.stream(sqls).forEach(sql -> rowsOrNone(run(sql), sql));
  }

  /** The rows of a query that must succeed, each value as text. */
  List<List<String>> rows(String sql) {
    return rowsOf(rowsOrNone(run(sql), sql).id());
  }

  private static DescribeStatementResponse rowsOrNone(DescribeStatementResponse done, String sql) {
    if (done.status() != StatusString.FINISHED) {
      throw new AssertionError(sql + ": " + done.error());
    }
    return done;
  }

  /** All rows of that statement, page by page. */
  List<List<String>> rowsOf(String id) {
    return client.getStatementResultPaginator(r -> r.id(id)).stream()
        .flatMap(page -> page.records().stream())
        .map(row -> row.stream().map(DataApiClient::text).collect(Collectors.toList()))
        .toList();
  }

  /** The only value of a query that must succeed. */
  String value(String sql) {
    return rows(sql).get(0).get(0);
  }

  static String text(Field field) {
    return switch (field.type()) {
      case IS_NULL -> "NULL";
      case BOOLEAN_VALUE -> field.booleanValue().toString();
      case LONG_VALUE -> field.longValue().toString();
      case DOUBLE_VALUE -> field.doubleValue().toString();
      case STRING_VALUE -> field.stringValue();
      case BLOB_VALUE, UNKNOWN_TO_SDK_VERSION -> throw new AssertionError(field);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
