package io.tributary.local.pipeline;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of two sources, brought by two runs, against a walk from identifier to identifier. */
class RandomIdentityTest {
  private static final List<String> TYPES = List.of("email", "user_id", "anonymous_id");

  @TempDir Path folder;

  /** An event of the source {@code tracks} has no email. */
  private record Event(String id, String time, boolean isTrack, List<Identifier> carried) {
    static Event random(int n, Random random) {
      boolean isTrack = random.nextBoolean();
      List<Identifier> carried = new ArrayList<>();
      for (int type = isTrack ? 1 : 0; type < TYPES.size(); type++) {
        if (random.nextInt(100) < 55) {
          carried.add(new Identifier(TYPES.get(type), "v" + random.nextInt(120)));
        }
      }
      String time = "2023-01-%02d %02d:00:00".formatted(1 + random.nextInt(28), random.nextInt(24));
      return new Event("e" + n, time, isTrack, carried);
    }

    String value(String type) {
      return carried.stream()
          .filter(identifier -> identifier.type().equals(type))
          .map(Identifier::value)
          .findFirst()
          .orElse("");
    }

    String track() {
      return String.join(",", id, time, value("user_id"), value("anonymous_id"));
    }

    String json() {
      return "{'id':'%s','type':'t','event_time':'%s','payload':{'mail':'%s','user':'%s','cookie':'%s'}}"
          .formatted(id, time, value("email"), value("user_id"), value("anonymous_id"));
    }
  }

  @Test
  void givesTheProfilesThatAWalkFinds() {
    Random random = new Random(20230101);
    List<Event> events = IntStream.range(0, 240).mapToObj(n -> Event.random(n, random)).toList();
    TestShop shop = shop();
    write(shop, 1, events.subList(0, 150));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(profiles(cloud)).isEqualTo(walked(events.subList(0, 150)));
      write(shop, 2, events.subList(150, 240));
      cloud.succeed();

      assertThat(profiles(cloud)).isEqualTo(walked(events)).hasSizeGreaterThan(150);
      assertThat(cloud.rows("select distinct kind from tributary.identity_merges order by 1"))
          .containsExactly(List.of("merge"), List.of("rename"));
      assertThat(
              cloud.column(
                  "select merged_profile_id from tributary.identity_merges"
                      + " where merged_profile_id in"
                      + " (select profile_id from tributary.identity_map) or event_id is null"))
          .as("ids that went and live on, or went without a cause")
          .isEmpty();
    }
  }

  private TestShop shop() {
    return new TestShop(folder)
        .conversions("c1,nobody,2023-01-10 12:00:00,1")
        .sessions("s1,nobody,2023-01-09 12:00:00,Email,0,0,0")
        .project(
            "  crm: {kind: customer_events}",
            "  tracks: {kind: tracks}",
            "attribution: {models: [linear]}",
            "identity:",
            "  identifiers:",
            "    - {name: anonymous_id, priority: 3,"
                + " from: {tracks: anonymous_id, crm: payload.cookie}}",
            "    - {name: user_id, priority: 2, from: {tracks: user_id, crm: payload.user}}",
            "    - {name: email, priority: 1, from: {crm: payload.mail}}");
  }

  private static void write(TestShop shop, int part, List<Event> events) {
    shop.table(
        "raw.tracks/" + part + ".csv",
        "message_id,timestamp,user_id,context_anonymous_id",
        events.stream().filter(Event::isTrack).map(Event::track).toArray(String[]::new));
    String lines =
        String.join("\n", events.stream().filter(e -> !e.isTrack()).map(Event::json).toList());
    shop.file("data/raw.customer_events/" + part + ".ndjson", lines + "\n");
  }

  private static Map<String, String> profiles(TestCloud cloud) {
    Map<String, String> profiles = new TreeMap<>();
    cloud
        .rows("select identifier_type || ':' || identifier, profile_id from tributary.identity_map")
        .forEach(row -> profiles.put(row.get(0), row.get(1)));
    return profiles;
  }

  private static Map<String, String> walked(List<Event> events) {
    Map<Identifier, String> firstSeen = new HashMap<>();
    for (Event event : events) {
      event.carried().forEach(i -> firstSeen.merge(i, event.time(), RandomIdentityTest::earlier));
    }
    Map<String, String> profiles = new TreeMap<>();
    for (Identifier identifier : firstSeen.keySet()) {
      Identifier first =
          reached(identifier, events).stream()
              .min(
                  comparing((Identifier i) -> firstSeen.get(i))
                      .thenComparing(i -> TYPES.indexOf(i.type()))
                      .thenComparing(Identifier::value))
              .orElseThrow();
      profiles.put(identifier.toString(), ProfileId.of(first));
    }
    return profiles;
  }

  private static Collection<Identifier> reached(Identifier from, List<Event> events) {
    Set<Identifier> reached = new TreeSet<>(comparing(Identifier::toString));
    ArrayDeque<Identifier> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      Identifier identifier = next.remove();
      if (reached.add(identifier)) {
        events.stream()
            .filter(event -> event.carried().contains(identifier))
            .forEach(event -> next.addAll(event.carried()));
      }
    }
    return reached;
  }

  private static String earlier(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
