package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.ResultFormatString;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** The life of a statement, as the real client of the Data API sees it. */
class DataApiTest extends OrdersTable {
  @Test
  void mapsEachTypeToItsField() {
    DescribeStatementResponse done =
        client.run(
            "select 1 as whole, 1.5::float8 as number, true as truth, 12.50::decimal(10,2) as"
                + " amount, date '2024-01-31' as day, timestamp '2024-01-31 09:30:00.250' as"
                + " moment, 'x' as letters, null::int as nothing");

    List<Field> row = client.sdk().getStatementResult(r -> r.id(done.id())).records().get(0);

    assertThat(row)
        .extracting(Field::type)
        .containsExactly(
            Field.Type.LONG_VALUE,
            Field.Type.DOUBLE_VALUE,
            Field.Type.BOOLEAN_VALUE,
            Field.Type.STRING_VALUE,
            Field.Type.STRING_VALUE,
            Field.Type.STRING_VALUE,
            Field.Type.STRING_VALUE,
            Field.Type.IS_NULL);
    assertThat(row.subList(3, 7))
        .extracting(Field::stringValue)
        .containsExactly("12.50", "2024-01-31", "2024-01-31 09:30:00.25", "x");
    assertThat(done.resultRows()).isEqualTo(1);
    assertThat(done.hasResultSet()).isTrue();
  }

  @Test
  void saysWhatAColumnIs() {
    String id = client.run("select count(*) as n, 1.25::decimal(5,2) as d from orders").id();

    assertThat(client.sdk().getStatementResult(r -> r.id(id)).columnMetadata())
        .extracting(column -> column.name() + " " + column.typeName() + " " + column.scale())
        .containsExactly("n int8 0", "d numeric 2");
  }

  @Test
  void givesALongResultInPages() {
    String id = client.run("select range as n from range(2500)").id();

    assertThat(client.sdk().getStatementResult(r -> r.id(id)).records()).hasSize(1000);
    assertThat(client.rowsOf(id)).hasSize(2500).doesNotHaveDuplicates();
  }

  @Test
  void givesCsvByTheSecondResultOperation() {
    String id =
        client
            .sdk()
            .executeStatement(
                r ->
                    r.sql("select 1 as a, 'x,y' as b, null as c")
                        .workgroupName("local")
                        .database("dev")
                        .resultFormat(ResultFormatString.CSV)
                        .waitTimeSeconds(20))
            .id();

    assertThat(client.sdk().getStatementResultV2(r -> r.id(id)).records().get(0).csvRecords())
        .isEqualTo("a,b,c\r\n1,\"x,y\",\r\n");
    assertThatThrownBy(() -> client.sdk().getStatementResult(r -> r.id(id)))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void reportsAnSqlErrorAsAStatus() {
    DescribeStatementResponse done = client.run("select * from nowhere");

    assertThat(done.status()).isEqualTo(StatusString.FAILED);
    assertThat(done.error())
        .startsWith("ERROR: Table with name nowhere does not exist")
        .doesNotContain("LINE", "Catalog Error", "\n");
    assertThatThrownBy(() -> client.rowsOf(done.id()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesTwoStatementsInOne() {
    assertThat(client.run("select 1; select 2").error()).contains("more than one statement");
    assertThat(client.run("select 1;").status()).isEqualTo(StatusString.FINISHED);
  }

  @Test
  void enforcesNoKeyButTheLengthOfAText() {
    client.mustRun(
        "create table people (id int primary key, name varchar(4), unique (name))",
        "insert into people values (1, 'Ann')",
        "insert into people values (1, 'Ann')");

    assertThat(client.value("select count(*) from people")).isEqualTo("2");
    assertThat(client.run("insert into people values (2, 'Ännë')").error())
        .isEqualTo("ERROR: Value too long for character type");
  }

  @Test
  void refusesTooMuch() {
    assertThatThrownBy(() -> client.submit("select 1 -- " + "x".repeat(102_400)))
        .isInstanceOf(ValidationException.class);
    String[] tooMany = Collections.nCopies(41, "select 1").toArray(String[]::new);
    assertThatThrownBy(() -> client.submitBatch(tooMany)).isInstanceOf(ValidationException.class);
    assertThat(client.run("select repeat('x', 65537) as x").error())
        .contains("A row is larger than 65536 bytes");
  }

  @Test
  void refusesWhatItDoesNotKnowByName() {
    assertThatThrownBy(() -> client.sdk().listDatabases(r -> r.database("dev")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("ListDatabases");
    assertThatThrownBy(
            () ->
                client
                    .sdk()
                    .executeStatement(
                        r ->
                            r.sql("select 1")
                                .workgroupName("local")
                                .database("dev")
                                .sessionKeepAliveSeconds(60)))
        .hasMessageContaining("SessionKeepAliveSeconds");
  }

  @Test
  void answersUnknownIdsWithNotFound() {
    String id = UUID.randomUUID().toString();

    assertThatThrownBy(() -> client.ended(id))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class, e -> assertThat(e.resourceId()).isEqualTo(id));
  }

  @Test
  void listsTheNewestFirst() {
    String first = client.run("select 1").id();
    String second = client.runBatch("select 2", "select 3").id();

    assertThat(client.sdk().listStatements(r -> r.maxResults(2)).statements())
        .extracting(statement -> statement.id() + " " + statement.isBatchStatement())
        .containsExactly(second + " true", first + " false");
  }

  @Test
  void refusesANextTokenThatItDidNotGive() {
    String id = client.run("select 1").id();

    for (String token : List.of("7", "seven")) {
      assertThatThrownBy(() -> client.sdk().getStatementResult(r -> r.id(id).nextToken(token)))
          .isInstanceOf(ValidationException.class);
    }
  }
}
