package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecutionMode;
import software.amazon.awssdk.services.redshiftdata.model.RedshiftDataException;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatementStatusString;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** Batches, parameters and client tokens, as the real client of the Data API sees them. */
class SubmitTest extends OrdersTable {
  @Test
  void rollsAFailedBatchBack() {
    DescribeStatementResponse done =
        client.runBatch(
            "insert into orders(id) values (2)",
            "select count(*) from orders",
            "insert into nowhere values (1)",
            "insert into orders(id) values (3)");

    assertThat(done.status()).isEqualTo(StatusString.FAILED);
    assertThat(done.subStatements())
        .extracting(SubStatementData::status)
        .containsExactly(
            StatementStatusString.FINISHED,
            StatementStatusString.FINISHED,
            StatementStatusString.FAILED,
            StatementStatusString.ABORTED);
    assertThat(client.value("select count(*) from orders")).isEqualTo("0");
  }

  @Test
  void givesEachStatementOfABatchItsRows() {
    DescribeStatementResponse done =
        client.runBatch(
            "create temp table ids as select 1 as id union all select 2",
            "insert into orders(id) select id from ids",
            "select count(*) as n from orders");

    List<SubStatementData> parts = done.subStatements();
    assertThat(parts).extracting(SubStatementData::id).first().isEqualTo(done.id() + ":1");
    assertThat(parts.get(1).resultRows()).isEqualTo(2);
    assertThat(client.ended(parts.get(1).id()).resultRows()).isEqualTo(2);
    assertThat(client.rowsOf(parts.get(2).id())).containsExactly(List.of("2"));
    assertThat(client.rowsOf(done.id())).containsExactly(List.of("2"));
    assertThat(client.run("select * from ids").status()).isEqualTo(StatusString.FAILED);
  }

  @Test
  void keepsTheOtherStatementsWithAutoCommit() {
    String id =
        client
            .sdk()
            .batchExecuteStatement(
                r ->
                    r.sqls(
                            "insert into orders(id) values (2)",
                            "insert into nowhere values (1)",
                            "insert into orders(id) values (3)")
                        .executionMode(ExecutionMode.AUTO_COMMIT)
                        .workgroupName("local")
                        .database("dev"))
            .id();

    assertThat(client.ended(id).status()).isEqualTo(StatusString.FAILED);
    assertThat(client.value("select count(*) from orders")).isEqualTo("2");
  }

  @Test
  void commitsAtTruncate() {
    client.mustRun("insert into orders(id) values (1)");

    client.runBatch("truncate orders", "insert into nowhere values (1)");

    assertThat(client.value("select count(*) from orders")).isEqualTo("0");
  }

  @Test
  void refusesVacuumInABatchOnly() {
    assertThat(client.runBatch("vacuum orders").error()).contains("VACUUM cannot run inside");
    assertThat(client.run("vacuum orders").status()).isEqualTo(StatusString.FINISHED);
  }

  @Test
  void refusesATransactionInsideABatch() {
    assertThat(client.runBatch("begin", "select 1", "commit").status())
        .isEqualTo(StatusString.FAILED);
  }

  @Test
  void bindsTextThatCannotBecomeSql() {
    Map<String, String> values =
        Map.of("buyer", "O'Neil\\'; drop table orders --", "total", "12.5");

    client.run(
        "insert into orders(id, buyer) select 1, left(:buyer, 20)", Map.of("buyer", "a'b\\"));
    DescribeStatementResponse done =
        client.run("select :buyer as b, :total::decimal(10,2) as t", values);

    assertThat(client.rowsOf(done.id()))
        .containsExactly(List.of("O'Neil\\'; drop table orders --", "12.50"));
    assertThat(client.value("select buyer from orders")).isEqualTo("a'b\\");
  }

  @Test
  void refusesParametersThatAreUnusedOrEmpty() {
    assertThatThrownBy(() -> client.run("select :p", Map.of("p", "1", "q", "2")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Unused parameters: [q]");
    assertThatThrownBy(() -> client.run("select :p", Map.of("p", "")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void refusesAParameterThatIsGivenTwice() {
    SqlParameter p = SqlParameter.builder().name("p").value("1").build();

    assertThatThrownBy(
            () ->
                client
                    .sdk()
                    .executeStatement(
                        r ->
                            r.database("dev")
                                .workgroupName("local")
                                .sql("select :p")
                                .parameters(p, p)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("The parameter p is given twice");
  }

  @Test
  void wantsToKnowWhereToRun() {
    assertThatThrownBy(() -> client.sdk().executeStatement(r -> r.database("dev").sql("select 1")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Either WorkgroupName or ClusterIdentifier");
  }

  @Test
  void takesParametersInQueriesAndChangesOnly() {
    assertThat(client.run("create table copied as select :p as x", Map.of("p", "1")).error())
        .contains("SELECT, INSERT, UPDATE and DELETE only");
    assertThat(client.run("select :p").error()).contains("No value is bound to the parameters [p]");
  }

  @Test
  void givesTheSameStatementForTheSameToken() {
    List<String> ids = List.of(submitWithToken("same"), submitWithToken("same"));

    client.ended(ids.get(0));
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    assertThat(client.value("select count(*) from orders")).isEqualTo("1");
    assertThat(submitWithToken("other")).isNotEqualTo(ids.get(0));
  }

  @Test
  void anAnswerThatWasLostIsFoundAgainByItsToken() {
    fixture.warehouse.faults().loseAnswerOfNext(1);

    assertThatThrownBy(() -> submitWithToken("lost"))
        .isInstanceOfSatisfying(
            RedshiftDataException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    client.ended(submitWithToken("lost"));

    assertThat(client.value("select count(*) from orders")).isEqualTo("1");
  }

  private String submitWithToken(String token) {
    return client
        .sdk()
        .executeStatement(
            r ->
                r.sql("insert into orders(id) values (100)")
                    .workgroupName("local")
                    .database("dev")
                    .clientToken(token))
        .id();
  }

  @Test
  void findsNamesByTheSearchPathOfTheBatch() {
    client.mustRun("create schema tributary", "create table tributary.live(run int)");

    DescribeStatementResponse done =
        client.runBatch(
            "set search_path to tributary, public",
            "insert into live values (7)",
            "select nvl(run, 0) from live");

    assertThat(client.rowsOf(done.id())).containsExactly(List.of("7"));
    client.mustRun("drop schema tributary cascade");
  }
}
