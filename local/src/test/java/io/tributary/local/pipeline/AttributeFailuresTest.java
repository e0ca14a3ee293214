package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What data does to the project's own SQL, and what of an event makes its profile due. */
class AttributeFailuresTest {
  private static final String EVENT =
      "{'id':'e1','type':'t','version':'1','source_id':'web','event_time':'2023-01-01 09:00:00',"
          + "'payload':{'user':'ada','n':'many'}}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "attributes: [{id: fine, type: custom, query: 'select profile_id, id as value from base'},"
            + " {id: bad, type: custom, query: 'select profile_id, type::int as value from base'}]"
            + " | the query of the attribute `bad`",
        "attributes: [{id: fine, type: last, value: type}, {id: bad, type: last,"
            + " value: {sql: 'type::int'}}] | the `sql:` of the attribute `bad`",
        "attributes: [{id: bad, type: list, value: payload.n, outer_value: {sql: 'value::int'}}]"
            + " | the `sql:` of the attribute `bad`",
        "context: [{key: fine, query: select count(*) from events},"
            + " {key: bad, query: 'select max(type::int) from events'}]"
            + " | the query of the context key `bad`"
      })
  void saysWhoseSqlTheDataFails(String block, String whose) {
    var people = new AttributedPeople(folder).events(1, EVENT).project(block + "\n");
    try (var cloud = TestCloud.start(people.shop())) {
      var end = cloud.run();

      assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(end.cause())
          .contains("The data fails " + whose + "; cast with try_cast, divide by nullif(..., 0), ")
          .doesNotContain("`fine`");
    }
  }

  @Test
  void calculatesAProfileAnewWhateverOfItsEventsChanged() {
    var people =
        new AttributedPeople(folder)
            .events(1, EVENT)
            .events(2, EVENT.replace("e1", "e2").replace("ada", "ben"))
            .project("attributes: [{id: n, type: last, value: payload.n}]\n");
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      String event = EVENT;
      for (String[] change :
          new String[][] {
            {"many", "few"}, {"'t'", "'u'"}, {"'1'", "'2'"}, {"web", "app"}, {"09:00", "09:01"}
          }) {
        event = event.replace(change[0], change[1]);
        people.events(1, event);
        cloud.succeed();
        assertThat(cloud.note("attributes")).as(change[1]).endsWith(" 1 profiles were due.");
      }
      assertThat(cloud.column("select value from tributary.profile_attributes order by 1"))
          .containsExactly("few", "many");

      cloud.succeed();
      assertThat(cloud.note("attributes")).endsWith(" 0 profiles were due.");
    }
  }

  @Test
  void seesThatEventsOfAProfileExchangedTheirPayloads() {
    String later = EVENT.replace("e1", "e2").replace("many", "few").replace("09:00", "10:00");
    var people =
        new AttributedPeople(folder)
            .events(1, EVENT + later)
            .project("attributes: [{id: n, type: last, value: payload.n}]\n");
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      people.events(1, EVENT.replace("many", "few") + later.replace("few", "many"));
      cloud.succeed();
      assertThat(cloud.column("select value from tributary.profile_attributes"))
          .containsExactly("many");
    }
  }
}
