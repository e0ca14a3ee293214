package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Increments over random events, with limits, blocked values, late and changed events, copies,
 * events that go, and runs that are killed: the last one leaves what a rebuild gives.
 */
class IncrementalIdentityTest {
  private static final boolean LONG = Boolean.getBoolean("tributary.long");
  private static final int INCREMENTS = LONG ? 6 : 4;
  private static final int EVENTS = 22;

  @TempDir Path folder;

  /** Of a hundred values, those that are anybody's. */
  private int mixed;

  /** Of odd seeds identifiers mix as they like, of even ones those of an event are mostly one's. */
  static LongStream seeds() {
    return LONG ? LongStream.rangeClosed(1, 12) : LongStream.of(20_230_100, 20_230_101);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leavesWhatARebuildGives(long seed) {
    Random random = new Random(seed);
    mixed = seed % 2 == 0 ? 12 : 100;
    TestShop shop = shop("incremental");
    List<List<String>> parts = new ArrayList<>();
    try (var cloud = TestCloud.start(shop)) {
      for (int part = 0; part < INCREMENTS; part++) {
        parts.add(events(part, random));
        change(parts, random);
        write(shop, parts);
        if (random.nextInt(3) == 0) {
          cloud.stopAfter(cloud.begin(RunRequest.everything()), 20 + random.nextInt(40));
        }
        cloud.succeed();
        if (LONG || part == INCREMENTS - 1) {
          assertThat(stitched(cloud)).isEqualTo(rebuilt(parts, "rebuilt-" + part));
        }
      }
      assertIncremental(cloud);
      cloud.succeed();
      assertThat(cloud.note("encode")).contains(": 0 are new");
      assertThat(
              cloud.column(
                  "select count(*) from tributary_store.identity_map where from_run = "
                      + cloud.lastRun()))
          .containsExactly("0");
    }
  }

  /** Some identifiers stood as an earlier run left them, some guard rail was broken. */
  private static void assertIncremental(TestCloud cloud) {
    assertThat(
            cloud.value(
                "select count(*) > 0 from tributary_store.identity_map as identities"
                    + " inner join tributary_store.finished_runs as runs"
                    + " on runs.run > identities.from_run"
                    + " and (identities.to_run is null or identities.to_run > runs.run)"))
        .isEqualTo("true");
    assertThat(
            cloud.column(
                "select distinct reason from tributary_store.identity_quarantine"
                    + " where to_run is null order by 1"))
        .contains("blocked", "limit");
    assertThat(cloud.column("select distinct definition from tributary_store.identity_definitions"))
        .hasSize(1);
  }

  private List<String> rebuilt(List<List<String>> parts, String name) {
    TestShop shop = shop(name);
    write(shop, parts);
    try (var cloud = TestCloud.start(shop).succeed()) {
      return stitched(cloud);
    }
  }

  /** Everything but runs, keys and clocks. */
  private static List<String> stitched(TestCloud cloud) {
    List<String> all = new ArrayList<>();
    all.addAll(
        cloud.column(
            "select identifier_type || ':' || identifier || ' ' || profile_id || ' ' ||"
                + " first_seen::varchar from tributary_store.identity_map"
                + " where to_run is null order by 1"));
    all.addAll(
        cloud.column(
            "select identifier_type || ':' || identifier || ' ' || reason || ' ' ||"
                + " coalesce(limit_type, '') || ' ' || coalesce(limit_value, 0) || ' ' || event_id"
                + " || ' ' || source || ' ' || event_time::varchar"
                + " from tributary_store.identity_quarantine where to_run is null order by 1"));
    all.addAll(
        cloud.column(
            "select events.event_id || ' ' || events.event_time::varchar || ' ' ||"
                + " coalesce(identities.profile_id, '') from tributary_store.identity_events as"
                + " events left join tributary_store.identity_map as identities on events.owner_key"
                + " = identities.identifier_key and identities.to_run is null"
                + " where events.to_run is null order by 1"));
    return all;
  }

  private TestShop shop(String name) {
    return new TestShop(folder.resolve(name))
        .file(
            "identity/corrections.yaml",
            """
            same:
              - ['user_id:v3', 'cookie:v7']
              - ['email:v4', 'email:v5']
            different:
              - ['user_id:v6', 'email:v9']
            """)
        .file(
            "tributary.yaml",
            """
            project: shop
            sources:
              crm: {kind: customer_events}
            identity:
              max_profile_size: 6
              identifiers:
                - {name: cookie, priority: 3, from: {crm: payload.cookie}}
                - {name: user_id, priority: 1, limit: 1, from: {crm: payload.user}}
                - {name: email, priority: 2, limit: 2, block: [v0, 'regex:^v1$'],
                   from: {crm: payload.mail}}
            """);
  }

  private List<String> events(int part, Random random) {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < EVENTS; n++) {
      lines.add(event("e" + part + "-" + n, random));
    }
    return lines;
  }

  private String event(String id, Random random) {
    int person = random.nextInt(16);
    return "{'id':'%s','type':'t','event_time':'2023-01-%02d %02d:00:00','payload':{%s}}"
        .formatted(
            id,
            1 + random.nextInt(28),
            random.nextInt(24),
            String.join(
                ",",
                value("user", person, 16, random),
                value("mail", person, 20, random),
                value("cookie", person, 26, random)));
  }

  private String value(String name, int person, int values, Random random) {
    int whose = random.nextInt(100) < mixed ? random.nextInt(values) : person;
    String value = random.nextInt(100) < 55 ? "v" + whose : " ";
    return "'%s':'%s'".formatted(name, value);
  }

  /** An event goes, one is another now, and one has a copy with another time. */
  private void change(List<List<String>> parts, Random random) {
    List<String> some = parts.get(random.nextInt(parts.size()));
    some.remove(random.nextInt(some.size()));
    int changed = random.nextInt(some.size());
    some.set(changed, event(id(some.get(changed)), random));
    some.add(event(id(some.get(random.nextInt(some.size()))), random));
  }

  private static String id(String line) {
    return line.substring("{'id':'".length(), line.indexOf("','type'"));
  }

  private static void write(TestShop shop, List<List<String>> parts) {
    for (int part = 0; part < parts.size(); part++) {
      shop.file(
          "data/raw.customer_events/%d.ndjson".formatted(part),
          String.join("\n", parts.get(part)) + "\n");
    }
  }
}
