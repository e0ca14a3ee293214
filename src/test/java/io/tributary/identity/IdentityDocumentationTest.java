package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples of {@code docs/identity.md} are stitched, and give what the page says. */
class IdentityDocumentationTest {
  private static final List<String> TYPES = List.of("user_id", "email", "anonymous_id");
  private static final Pattern LIMIT = Pattern.compile("`(\\w+)` (\\d+)");

  private final String page = Files.readString(Path.of("..", "docs", "identity.md"));

  IdentityDocumentationTest() throws IOException {}

  @TestFactory
  List<DynamicTest> examples() {
    List<DynamicTest> tests =
        Arrays.stream(page.split("\n### "))
            .skip(1)
            .map(Example::new)
            .map(example -> DynamicTest.dynamicTest(example.title(), example::holds))
            .toList();

    assertThat(tests).hasSize(9);
    return tests;
  }

  @Test
  void showsTheIdOfAProfile() {
    assertThat(page).contains("`" + ProfileId.of(new Identifier("user_id", "ada")) + "`");
  }

  private static final class Example {
    private final String title;
    private final String rules;
    private final Map<String, List<Map<String, String>>> tables = new TreeMap<>();

    Example(String text) {
      title = text.lines().findFirst().orElseThrow();
      rules =
          text.lines().filter(line -> line.matches("(Limits|Blocked): .*")).findFirst().orElse("");
      for (String block :
          text.split("\n## ")[0].split("\n\n|(?<=" + Pattern.quote(title) + ")\n")) {
        if (block.startsWith("|")) {
          List<List<String>> lines = block.lines().map(Example::cells).toList();
          tables.put(
              String.join(" ", lines.get(0)),
              lines.stream().skip(2).map(line -> row(lines.get(0), line)).toList());
        }
      }
    }

    String title() {
      return title;
    }

    void holds() {
      SmallWarehouse warehouse = new SmallWarehouse(rails());
      warehouse.correct(corrections());
      List<String> changes = new ArrayList<>();
      runs().forEach((run, events) -> changes.addAll(changesOf(run, events, warehouse)));

      assertThat(warehouse.stitched().profiles()).isEqualTo(profiles());
      assertThat(warehouse.stitched().quarantine())
          .map(row -> row.replace("  ", " ").replaceFirst(" 0$", ""))
          .containsExactlyInAnyOrderElementsOf(joined("event left out reason"));
      assertThat(changes).containsExactlyElementsOf(joined("run change from into event"));
      explained(warehouse);
    }

    private List<String> changesOf(String run, List<Happening> events, SmallWarehouse warehouse) {
      warehouse.increment(events);
      return warehouse.changes().stream()
          .map(change -> run + " " + change.replace(" into ", " ").replace(" by ", " "))
          .toList();
    }

    private void explained(SmallWarehouse warehouse) {
      List<Map<String, String>> rows = table("from event to left out");
      if (rows.isEmpty()) {
        return;
      }
      String one = rows.get(0).get("from");
      String other = rows.get(rows.size() - 1).get("to");
      var apart = (Explanation.KeptApart) warehouse.explain(one, other);
      List<String> inOrder = ids();
      List<String> said =
          apart.chain().stream()
              .map(
                  step ->
                      warehouse.named(one, other, step.from())
                          + " "
                          + inOrder.get(((Explanation.SharedEvent) step.link()).event() - 1)
                          + " "
                          + warehouse.named(one, other, step.to()))
              .toList();
      assertThat(rows)
          .map(row -> row.get("from") + " " + row.get("event") + " " + row.get("to"))
          .isEqualTo(said);
      assertThat(rows.stream().map(row -> row.get("left out")).filter(name -> !name.isEmpty()))
          .containsExactlyElementsOf(
              apart.refusals().stream()
                  .map(refused -> warehouse.named(one, other, refused.identifier()))
                  .toList());
    }

    private GuardRails rails() {
      Map<String, Integer> limits = new TreeMap<>();
      Matcher limit = LIMIT.matcher(rules);
      while (limit.find()) {
        limits.put(limit.group(1), Integer.valueOf(limit.group(2)));
      }
      return new GuardRails(
          TYPES.stream().map(name -> new IdentifierType(name, limit(name, limits))).toList(),
          limit("max_profile_size", limits));
    }

    private static int limit(String name, Map<String, Integer> limits) {
      return limits.getOrDefault(name, IdentifierType.UNLIMITED);
    }

    private List<CorrectionEntry> corrections() {
      return table("correction one other").stream()
          .map(
              row ->
                  new CorrectionEntry(
                      CorrectionEntry.Verdict.valueOf(
                          row.get("correction").toUpperCase(Locale.ROOT)),
                      Happening.identifier(row.get("one")),
                      Happening.identifier(row.get("other")),
                      1))
          .toList();
    }

    private List<Map<String, String>> events() {
      List<Map<String, String>> events = table("event time user_id email anonymous_id");
      return events.isEmpty() ? table("run event time user_id email anonymous_id") : events;
    }

    private Map<String, List<Happening>> runs() {
      return events().stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.getOrDefault("run", "1"),
                  TreeMap::new,
                  Collectors.mapping(this::event, Collectors.toList())));
    }

    private List<String> ids() {
      return events().stream()
          .map(this::event)
          .sorted(Happening.IN_ORDER)
          .map(Happening::id)
          .toList();
    }

    private Happening event(Map<String, String> row) {
      List<Identifier> identifiers =
          TYPES.stream()
              .filter(type -> !row.get(type).isEmpty())
              .map(type -> new Identifier(type, row.get(type)))
              .filter(identifier -> !rules.contains("Blocked: `" + identifier + "`"))
              .toList();
      return new Happening(
          row.get("event"), LocalTime.parse(row.get("time")).toSecondOfDay(), identifiers);
    }

    private Map<String, String> profiles() {
      Map<String, String> profiles = new TreeMap<>();
      for (Map<String, String> row : table("profile identifiers")) {
        Set<String> identifiers = new TreeSet<>(List.of(row.get("identifiers").split(", ")));
        identifiers.forEach(identifier -> profiles.put(identifier, row.get("profile")));
      }
      return profiles;
    }

    private List<String> joined(String columns) {
      return table(columns).stream().map(row -> String.join(" ", row.values())).toList();
    }

    private List<Map<String, String>> table(String columns) {
      return tables.getOrDefault(columns, List.of());
    }

    private static List<String> cells(String line) {
      return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        row.put(columns.get(column), column < cells.size() ? cells.get(column) : "");
      }
      return row;
    }
  }
}
