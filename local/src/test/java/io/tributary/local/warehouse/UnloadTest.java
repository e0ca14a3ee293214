package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** UNLOAD into the folder of objects. */
class UnloadTest extends OpenWarehouse {
  private static final String ROLE = " iam_role 'arn:aws:iam::123456789012:role/warehouse' ";

  @BeforeEach
  void createTable() {
    fixture.clear();
    client.mustRun(
        "create table journeys (id int, bucket int, channel varchar(20), paid boolean, at_time"
            + " timestamp)",
        "insert into journeys values (1, 0, 'O''Neil|\"x\"', true, '2024-01-02 03:04:05'),"
            + " (2, 1, null, false, null), (3, 1, 'ads', null, '2024-01-02 03:04:05.5')");
  }

  @Test
  void writesJsonWithBooleansAsLetters() {
    DescribeStatementResponse done =
        client.run(
            "unload ('select id, channel, paid, at_time from journeys where channel like"
                + " ''O%''') to 's3://lake/run-1/journeys/'"
                + ROLE
                + "format as json");

    assertThat(done.resultRows()).isEqualTo(1);
    assertThat(fixture.keys()).containsExactly("run-1/journeys/0000_part_00");
    assertThat(fixture.text("run-1/journeys/0000_part_00"))
        .isEqualTo(
            "{\"id\":1,\"channel\":\"O'Neil|\\\"x\\\"\",\"paid\":\"t\","
                + "\"at_time\":\"2024-01-02 03:04:05\"}\n");
  }

  @Test
  void makesAFolderOfEachPartition() {
    client.mustRun(
        "unload ($$select id, bucket from journeys$$) to 's3://lake/out'"
            + ROLE
            + "json partition by (bucket) gzip");

    assertThat(fixture.keys())
        .containsExactly("out/bucket=0/0000_part_00.gz", "out/bucket=1/0000_part_00.gz");
    client.mustRun(
        "create table ids (id int)",
        "copy ids from 's3://lake/out/bucket=1/'" + ROLE + "json 'auto' gzip");
    assertThat(client.rows("select id from ids order by id"))
        .containsExactly(List.of("2"), List.of("3"));
  }

  @Test
  void keepsThePartitionColumnsWhenTold() {
    client.mustRun(
        "unload ('select id, bucket from journeys where id = 1') to 's3://lake/out/'"
            + ROLE
            + "csv partition by (bucket) include");

    assertThat(fixture.text("out/bucket=0/0000_part_00")).isEqualTo("1,0\n");
  }

  @Test
  void writesNothingForNoRows() {
    DescribeStatementResponse done =
        client.run(
            "unload ('select id, bucket from journeys where id > 9') to 's3://lake/out/'"
                + ROLE
                + "json partition by (bucket) manifest");

    assertThat(done.status()).isEqualTo(StatusString.FINISHED);
    assertThat(done.resultRows()).isZero();
    assertThat(fixture.keys()).isEmpty();
  }

  @Test
  void refusesATargetThatIsNotEmpty() {
    String unload = "unload ('select id from journeys') to 's3://lake/run-1'" + ROLE + "csv ";
    fixture.put("run-10/old", "x");

    assertThat(client.run(unload).error()).contains("destination on S3 is not empty");
    assertThat(client.run(unload + "allowoverwrite").status()).isEqualTo(StatusString.FINISHED);
    assertThat(fixture.keys()).containsExactly("run-10/old", "run-10000_part_00");
    assertThat(client.run(unload + "cleanpath").status()).isEqualTo(StatusString.FINISHED);
    assertThat(fixture.keys()).containsExactly("run-10000_part_00");
    assertThat(client.run(unload + "cleanpath allowoverwrite").error()).contains("together");
  }

  @Test
  void listsItsObjectsInAManifest() {
    client.mustRun(
        "unload ('select id from journeys') to 's3://lake/out/ids_'"
            + ROLE
            + "parquet manifest verbose",
        "create table ids (id int)",
        "copy ids from 's3://lake/out/ids_manifest'" + ROLE + "parquet manifest");

    assertThat(fixture.keys()).containsExactly("out/ids_0000_part_00.parquet", "out/ids_manifest");
    assertThat(client.value("select count(*) from ids")).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"csv header", "json", "parquet", "csv gzip", "json zstd", "csv delimiter as ';'"})
  void givesBackWhatCopyLoads(String format) {
    client.mustRun(
        "unload ('select id, channel, at_time from journeys where id <> 2') to 's3://lake/x/'"
            + ROLE
            + format,
        "create table back (id int, channel varchar(20), at_time timestamp)");
    String load = format.replace("json", "json 'auto'").replace("header", "ignoreheader 1");

    client.mustRun("copy back from 's3://lake/x/'" + ROLE + load);

    assertThat(client.rows("select id, channel, at_time from back order by id"))
        .containsExactly(
            List.of("1", "O'Neil|\"x\"", "2024-01-02 03:04:05"),
            List.of("3", "ads", "2024-01-02 03:04:05.5"));
  }

  @Test
  void writesTextBetweenDelimiters() {
    client.mustRun(
        "unload ('select id, paid from journeys order by id') to 's3://lake/t/'"
            + ROLE
            + "parallel off");

    assertThat(fixture.keys()).containsExactly("t/000");
    assertThat(fixture.text("t/000")).isEqualTo("1|t\n2|f\n3|\n");
  }

  @Test
  void readsTheQueryInRedshiftsDialect() {
    client.mustRun(
        "unload ('select listagg(id, '','') within group (order by id) as ids from journeys') to"
            + " 's3://lake/l/'"
            + ROLE
            + "csv");

    assertThat(fixture.text("l/0000_part_00")).isEqualTo("\"1,2,3\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unload ('select id from journeys limit 1') to 's3://lake/a/' iam_role default",
        "unload ('select id from journeys') to 's3://lake/../../a/' iam_role default",
        "unload ('select id from journeys') to '/elsewhere/a' iam_role default",
        "unload ('select id from journeys') to 's3://lake/a/'",
        "unload ('select id from journeys') to 's3://lake/a/' iam_role default parquet gzip",
        "unload ('select id from journeys') to 's3://lake/a/' iam_role default addquotes",
        "unload ('select id from journeys') to 's3://lake/a/' iam_role default maxfilesize 1 mb",
        "unload (select id from journeys) to 's3://lake/a/' iam_role default",
        "unload ('select nothing from journeys') to 's3://lake/a/' iam_role default"
      })
  void refusesAndWritesNothing(String sql) {
    assertThat(client.run(sql).status()).isEqualTo(StatusString.FAILED);
    assertThat(fixture.keys()).isEmpty();
  }

  @Test
  void takesALimitInsideTheQuery() {
    client.mustRun(
        "unload ('select id from (select id from journeys limit 1)') to 's3://lake/a/'"
            + ROLE
            + "csv");

    assertThat(fixture.keys()).hasSize(1);
  }
}
