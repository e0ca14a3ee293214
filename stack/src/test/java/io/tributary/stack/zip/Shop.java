package io.tributary.stack.zip;

import io.tributary.json.Json;
import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The example of attribution, its customers known by their e-mail addresses, two of them at a time
 * on one tablet, which a guard rail lets only the first have.
 */
record Shop(ProjectFiles files) {
  static final int MAX_CONCURRENCY = 2;

  private static final Path EXAMPLE = Path.of("../examples/attribution");
  private static final String USER = "user_id";
  private static final String PROFILES =
      """
      identity:
        identifiers:
          - name: user_id
            priority: 1
            limit: 1
            from: {crm: payload.user, conversions: user_id, sessions: user_id}
          - {name: tablet, priority: 2, from: {crm: payload.tablet}}
      context:
        - {key: people, query: select count(*) as value from profiles}
      attributes:
        - {id: mail, type: last, value: payload.user, sources: [crm]}
        - {id: channels, type: list, value: channel_name, sources: [sessions]}
        - {id: revenue, type: sum, value: revenue, sources: [conversions]}
        - id: share_of_people
          type: custom
          data_type: number
          query: select distinct profile_id, 1.0 / context('people')::float8 as value from base
      """;

  static Shop into(Path folder) throws IOException {
    var shop = new Shop(new ProjectFiles(folder));
    Files.createDirectories(shop.files.data());
    try (Stream<Path> tables = Files.list(EXAMPLE.resolve("data"))) {
      for (Path table : tables.toList()) {
        Files.write(
            shop.files.data().resolve(table.getFileName()),
            withAddresses(Files.readAllLines(table)));
      }
    }
    Files.write(shop.files.data().resolve("raw.customer_events.ndjson"), shop.signups());
    Files.writeString(
        shop.files.projectFile(),
        Files.readString(EXAMPLE.resolve("tributary.yaml"))
                .replaceFirst("(?m)^sources:.*$", "sources:\n  crm: {kind: customer_events}")
            + "  ihc: {max_journeys_per_request: 10, max_concurrency: "
            + MAX_CONCURRENCY
            + "}\n"
            + PROFILES);
    return shop;
  }

  /** One for each customer who ordered. */
  private List<String> signups() throws IOException {
    List<String> orders = Files.readAllLines(files.data().resolve("raw.conversions.csv"));
    int user = List.of(orders.get(0).split(",")).indexOf(USER);
    List<String> users =
        orders.stream().skip(1).map(line -> line.split(",")[user]).distinct().sorted().toList();
    return IntStream.range(0, users.size())
        .mapToObj(
            at ->
                Json.MAPPER
                    .createObjectNode()
                    .put("id", "signup-" + at)
                    .put("source_id", "web")
                    .put("type", "signup")
                    .put("version", "1")
                    .put("event_time", "2023-11-02T08:%02d:00Z".formatted(at))
                    .set(
                        "payload",
                        Json.MAPPER
                            .createObjectNode()
                            .put("user", users.get(at))
                            .put("tablet", "shared-tablet-of-" + at / 2)))
        .map(Object::toString)
        .toList();
  }

  private static List<String> withAddresses(List<String> lines) {
    int user = List.of(lines.get(0).split(",")).indexOf(USER);
    if (user < 0) {
      return lines;
    }
    return IntStream.range(0, lines.size())
        .mapToObj(line -> line == 0 ? lines.get(0) : withAddress(lines.get(line), user))
        .toList();
  }

  private static String withAddress(String line, int user) {
    String[] cells = line.split(",");
    cells[user] += "@shop.example";
    return String.join(",", cells);
  }
}
