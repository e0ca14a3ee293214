package io.tributary.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with the file hides nothing that is wrong with its columns. */
class ProblemsAtOnceTest {
  @Test
  void areThoseOfTheFormAndThoseOfTheColumns() {
    String file =
        """
        project: shop
        tmezone: UTC
        sources:
          orders: {kind: conversions}
          visits: {kind: session_sources}
        identity:
          identifiers:
            - {name: email, priority: 1, from: {orders: "lower(user_id", visits: emial}}
            - {name: phone, priority: 1, from: {orders: fone}}
        context:
          - {key: people, query: "select count(*) from profiles; select 1"}
        attributes:
          - {id: spent, type: sum, value: revenue}
          - {id: spend, type: sum, value: revnue, sources: [orders]}
          - {id: weighed, type: sum, value: "revenue +", filter: "chanel_name = 'x'", sources: [visits]}
        """;

    assertThat(lines(file)).containsExactly(2, 8, 8, 9, 9, 11, 14, 15, 15);
  }

  @Test
  void areNotThoseThatFollowFromASourceThatCouldNotBeRead() {
    String file =
        """
        project: shop
        sources:
          orders: {kind: conversions}
          visits: {kind: session_sources, colums: {}}
        identity:
          identifiers:
            - {name: user_id, priority: 1, from: {orders: user_id}}
        attributes:
          - {id: channel, type: last, value: channel_name}
          - {id: device, type: last, value: device, sources: [visits]}
        """;

    assertThat(lines(file)).containsExactly(4);
  }

  @Test
  void areNotThoseThatFollowFromASourceOfAnUnknownKind() {
    String file =
        """
        project: shop
        sources:
          orders: {kind: conversions}
          visits: {kind: session_source}
        identity:
          identifiers:
            - {name: user_id, priority: 1, from: {visits: user_id, order: user_id}}
        attributes:
          - {id: device, type: last, value: device, sources: [visits]}
        """;

    assertThat(lines(file)).containsExactly(4, 7);
  }

  @Test
  void surviveValuesOfAnyType() {
    String file =
        """
        project: shop
        sources: {orders: {kind: conversions}}
        identity: {identifiers: [{name: 5, priority: high, limit: 0, from: 7}, 8]}
        context: [{key: 1, query: 2}, 3]
        attributes:
          - {id: a, type: last, value: {sql: revenue, type: nonsense}}
          - {id: b, type: custom, query: 9}
          - {id: c, type: custom, query: [], value: 5}
          - {id: d, type: last, value: [], query: 5}
          - 6
        """;

    assertThat(lines(file)).contains(3, 4, 6, 7, 8, 9, 10);
  }

  private static List<Integer> lines(String text) {
    ProjectFile file = ProjectReader.read("shop.yaml", text.getBytes(UTF_8));
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(ProjectCheck.bind(file, Tables.good()).problems());
    return problems.stream().map(Problem::line).sorted().toList();
  }
}
