package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** COPY from the folder of objects. */
class CopyTest extends OpenWarehouse {
  private static final String ROLE = " iam_role default ";

  @BeforeEach
  void createTable() {
    fixture.clear();
    client.mustRun(
        "create table answers (id int, channel varchar(10), credit decimal(18,9), at_time"
            + " timestamp, sent boolean)");
  }

  private DescribeStatementResponse copy(String rest) {
    return client.run("copy answers from " + rest);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void loadsJsonByTheNamesOfTheColumns() {
    fixture.put(
        "in/a.ndjson",
        """
        {"channel":"email","id":"1","credit":0.123456789,"at_time":"2024-01-02T03:04:05Z","more":[1]}
        {"id":2,"sent":true}
        """);

    DescribeStatementResponse done =
        copy("'s3://lake/in/'" + ROLE + "json 'auto' timeformat 'auto' dateformat as 'auto'");

    assertThat(done.resultRows()).isEqualTo(2);
    assertThat(client.rows("select id, channel, credit, at_time, sent from answers order by id"))
        .containsExactly(
            List.of("1", "email", "0.123456789", "2024-01-02 03:04:05", "NULL"),
            List.of("2", "NULL", "NULL", "NULL", "true"));
  }

  @Test
  void appendsWhatTheManifestLists() throws IOException {
    fixture.put("in/a.gz", gzip("{\"id\":1}\n"));
    fixture.put("in/b.gz", gzip("{\"id\":2}\n{\"id\":3}\n"));
    fixture.put("in/unlisted.gz", gzip("{\"id\":4}\n"));
    fixture.put("manifest.json", manifest("in/a.gz", "in/b.gz"));
    client.mustRun("insert into answers(id) values (0)");

    copy("'s3://lake/manifest.json'" + ROLE + "manifest format as json 'auto' gzip");

    assertThat(client.rows("select id from answers order by id"))
        .containsExactly(List.of("0"), List.of("1"), List.of("2"), List.of("3"));
  }

  private static String manifest(String... keys) {
    StringBuilder entries = new StringBuilder();
    for (String key : keys) {
      entries.append(entries.isEmpty() ? "" : ",");
      entries.append("{\"url\":\"s3://lake/").append(key).append("\",\"mandatory\":true}");
    }
    return "{\"entries\":[" + entries + "]}";
  }

  @Test
  void loadsCsvWithHeaderQuotesAndEmptyFields() {
    fixture.put("in.csv", "id,channel\n1,\"a,\"\"b\"\"\"\n,\n3,\n");

    client.mustRun(
        "copy answers (id, channel) from 's3://lake/in.csv'" + ROLE + "csv ignoreheader 1");

    assertThat(client.rows("select id, channel, sent from answers order by id"))
        .containsExactly(
            List.of("1", "a,\"b\"", "NULL"), List.of("3", "", "NULL"), List.of("NULL", "", "NULL"));
  }

  @Test
  void loadsTextBetweenDelimiters() {
    fixture.put("in.txt", "1|a\"b|0.5||t\n");

    client.mustRun("copy answers from 's3://lake/in.txt'" + ROLE);

    assertThat(client.rows("select id, channel, credit, at_time, sent from answers"))
        .containsExactly(List.of("1", "a\"b", "0.500000000", "NULL", "true"));
  }

  @Test
  void loadsParquetByPositionAndExactCount() {
    client.mustRun(
        "unload ('select 1 as a, ''x'' as b') to 's3://lake/p/'" + ROLE + "parquet",
        "create table two (n int, c varchar(5))");

    client.mustRun("copy two from 's3://lake/p/'" + ROLE + "format as parquet");

    assertThat(client.rows("select n, c from two")).containsExactly(List.of("1", "x"));
    assertThat(copy("'s3://lake/p/'" + ROLE + "parquet").error())
        .contains("Unmatched number of columns", "Table columns: 5, Data columns: 2");
  }

  @Test
  void writesDownWhyALoadFailedAndLoadsNothing() {
    fixture.put("in/a.ndjson", "{\"id\":1}\n");
    fixture.put("in/b.ndjson", "{\"id\":2}\n{\"id\":\"zwei\"}\n");

    DescribeStatementResponse failed =
        client.runBatch(
            "insert into answers(id) values (9)",
            "copy answers from 's3://lake/in/'" + ROLE + "json 'auto'");

    assertThat(failed.error())
        .isEqualTo(
            "ERROR: Load into table 'answers' failed.  Check 'sys_load_error_detail' system table"
                + " for details.");
    assertThat(client.value("select count(*) from answers")).isEqualTo("0");
    List<String> row =
        client
            .rows("select file_name, line_number, error_message from sys_load_error_detail")
            .get(0);
    assertThat(row.subList(0, 2)).containsExactly("b.ndjson", "2");
    assertThat(row.get(2)).contains("zwei").doesNotContain("auto_detect");
  }

  @Test
  void rollsTheBatchBackWhenThereIsNothingToLoad() {
    DescribeStatementResponse failed =
        client.runBatch(
            "insert into answers(id) values (9)",
            "copy answers from 's3://lake/nothing/'" + ROLE + "json 'auto'");

    assertThat(failed.status()).isEqualTo(StatusString.FAILED);
    assertThat(client.value("select count(*) from answers")).isEqualTo("0");
  }

  @Test
  void refusesATextThatIsTooLong() {
    fixture.put("in.ndjson", "{\"channel\":\"0123456789x\"}\n");

    copy("'s3://lake/in.ndjson'" + ROLE + "json 'auto'");

    assertThat(client.value("select error_message from sys_load_error_detail"))
        .isEqualTo("Value too long for character type");
  }

  @Test
  void takesAPrefixLiterally() {
    fixture.put("run-1/a.ndjson", "{\"id\":1}\n");
    fixture.put("run-10/a.ndjson", "{\"id\":10}\n");

    client.mustRun("copy answers from 's3://lake/run-1'" + ROLE + "json 'auto'");
    client.mustRun("copy answers from 's3://lake/run-1/'" + ROLE + "json 'auto'");

    assertThat(client.rows("select id, count(*) as n from answers group by id order by id"))
        .containsExactly(List.of("1", "2"), List.of("10", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "'s3://lake/nothing/' iam_role default json 'auto' | The specified S3 prefix 'nothing/'",
        "'s3://lake/m.json' iam_role default manifest json 'auto' | The specified key does not",
        "'s3://lake/../../etc/passwd' iam_role default csv | leaves its bucket",
        "'s3://../etc/' iam_role default csv | is not s3://bucket/key",
        "'/etc/passwd' iam_role default csv | is not s3://bucket/key",
        "'s3://lake/a' json 'auto' | needs FROM and IAM_ROLE",
        "'s3://lake/a' iam_role 'me' json 'auto' | neither default nor the ARN",
        "'s3://lake/a' iam_role default json 's3://lake/paths' | does not know the option JSON",
        "'s3://lake/a' iam_role default maxerror 5 | does not know the option MAXERROR"
      })
  void refusesWithRedshiftsWords(String rest, String message) {
    DescribeStatementResponse done = copy(rest);

    assertThat(done.status()).isEqualTo(StatusString.FAILED);
    assertThat(done.error()).contains(message);
  }

  @Test
  void refusesAManifestWhoseMandatoryObjectIsMissing() {
    fixture.put("m.json", manifest("in/gone.gz"));

    assertThat(copy("'s3://lake/m.json'" + ROLE + "manifest json 'auto'").error())
        .contains("The specified key does not exist", "in/gone.gz");
  }
}
