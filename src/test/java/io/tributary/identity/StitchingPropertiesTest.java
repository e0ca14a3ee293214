package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.CorrectionEntry.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Random events in random increments, against the rules as they are written. */
class StitchingPropertiesTest {
  private static final List<String> TYPES = List.of("user_id", "email", "anonymous_id");

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void anyIncrementsGiveWhatTheRulesSay(@ForAll("cases") Case given, @ForAll Random random) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());
    warehouse.correct(given.corrections());

    increments(given.events(), random).forEach(warehouse::increment);

    Stitched expected = given.stitched();
    Statistics.collect(expected.quarantine().isEmpty() ? "no refusal" : "refusals");
    Statistics.coverage(tried -> tried.check("refusals").count(count -> count > 20));
    Statistics.coverage(tried -> tried.check("no refusal").count(count -> count > 1));
    assertThat(warehouse.stitched()).isEqualTo(expected);
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void correctionsMadeAndWithdrawnLaterGiveWhatTheRulesSay(
      @ForAll("cases") Case given, @ForAll("cases") Case other) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());
    int half = given.events().size() / 2;

    warehouse.correct(other.corrections());
    warehouse.increment(given.events().subList(0, half));
    Map<String, String> before = warehouse.stitched().profiles();
    warehouse.correct(given.corrections());
    assertChangesAreWhatDiffers(before, warehouse);
    warehouse.increment(given.events().subList(half, given.events().size()));
    assertThat(warehouse.stitched()).isEqualTo(given.stitched());

    warehouse.correct(List.of());
    assertChangesAreWhatDiffers(given.stitched().profiles(), warehouse);
    assertThat(warehouse.stitched())
        .isEqualTo(NaiveStitching.stitch(given.events(), given.rails(), List.of()));
  }

  /** The rules take every event in order; the core only those of components that break a limit. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void thePassOverBreakingComponentsGivesWhatThePassOverAllGives(@ForAll("cases") Case given) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());

    warehouse.increment(given.events());

    assertThat(warehouse.stitched())
        .isEqualTo(NaiveStitching.stitch(given.events(), given.rails(), List.of()));
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  void otherLimitsGiveWhatTheRulesSay(
      @ForAll("cases") Case given, @ForAll("rails") GuardRails rails) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());
    warehouse.increment(given.events());

    warehouse.rebuild(rails);

    assertThat(warehouse.stitched())
        .isEqualTo(NaiveStitching.stitch(given.events(), rails, List.of()));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void changesAreExactlyWhatDiffers(@ForAll("cases") Case given, @ForAll Random random) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());
    warehouse.correct(given.corrections());
    for (List<Happening> increment : increments(given.events(), random)) {
      Map<String, String> before = warehouse.stitched().profiles();

      warehouse.increment(increment);

      assertChangesAreWhatDiffers(before, warehouse);
      Set<String> added = increment.stream().map(Happening::id).collect(Collectors.toSet());
      Statistics.coverage(
          tried ->
              List.of("merge", "rename", "split")
                  .forEach(kind -> tried.check(kind).count(count -> count > 1)));
      assertThat(warehouse.changes())
          .allSatisfy(
              change -> {
                String[] words = change.split(" ");
                assertThat(words).hasSize(6);
                assertThat(words[0].equals("merge") || added.contains(words[5])).isTrue();
              });
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void aMergeIsCausedByTheNewEventThatCompletesTheConnection(
      @ForAll("events") List<Happening> events, @ForAll Random random) {
    GuardRails none = rails(IdentifierType.UNLIMITED, IdentifierType.UNLIMITED, 1_000);
    SmallWarehouse warehouse = new SmallWarehouse(none);
    List<Happening> known = new ArrayList<>();
    for (List<Happening> increment : increments(events, random)) {
      warehouse.increment(increment);
      List<Happening> inOrder = increment.stream().sorted(Happening.IN_ORDER).toList();
      for (String change : warehouse.changes()) {
        String[] words = change.split(" ");
        if (words[0].equals("merge")) {
          assertThat(words[5]).isEqualTo(firstToConnect(words[1], words[3], known, inOrder, none));
        }
      }
      known.addAll(increment);
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void anExplanationIsAsShortAsCanBe(@ForAll("events") List<Happening> events) {
    GuardRails none = rails(IdentifierType.UNLIMITED, IdentifierType.UNLIMITED, 1_000);
    SmallWarehouse warehouse = new SmallWarehouse(none);
    warehouse.increment(events);
    List<String> known = List.copyOf(warehouse.stitched().profiles().keySet());
    String one = known.get(0);
    for (String other : known) {
      int expected = distance(one, other, events);
      Explanation explanation = warehouse.explain(one, other);
      if (explanation instanceof Explanation.OneProfile chained) {
        assertThat(chained.chain()).hasSize(expected);
      } else {
        assertThat(explanation).isEqualTo(new Explanation.TwoProfiles());
        assertThat(expected).isEqualTo(-1);
      }
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void anExplanationAgreesWithTheProfiles(@ForAll("cases") Case given) {
    SmallWarehouse warehouse = new SmallWarehouse(given.rails());
    warehouse.correct(given.corrections());
    warehouse.increment(given.events());
    Map<String, String> profiles = warehouse.stitched().profiles();
    List<String> known = List.copyOf(profiles.keySet());
    String one = known.get(known.size() / 2);
    for (String other : known) {
      boolean together = profiles.get(one).equals(profiles.get(other));
      Explanation explanation = warehouse.explain(one, other);
      assertThat(explanation instanceof Explanation.OneProfile).isEqualTo(together);
      if (explanation instanceof Explanation.OneProfile chained && !one.equals(other)) {
        assertThat(chained.chain()).isNotEmpty();
      }
      if (explanation instanceof Explanation.KeptApart apart) {
        assertThat(apart.refusals()).isNotEmpty();
      }
    }
  }

  private static void assertChangesAreWhatDiffers(
      Map<String, String> before, SmallWarehouse warehouse) {
    Map<String, String> now = warehouse.stitched().profiles();
    warehouse.changes().forEach(change -> Statistics.collect(change.split(" ")[0]));
    Set<String> differences = new HashSet<>();
    before.forEach((identifier, old) -> differences.add(old + " into " + now.get(identifier)));
    differences.removeIf(pair -> pair.split(" ")[0].equals(pair.split(" ")[2]));
    assertThat(warehouse.changes())
        .map(change -> change.replaceAll("^[a-z]+ | by .*$", ""))
        .containsExactlyInAnyOrderElementsOf(differences);
  }

  record Case(GuardRails rails, List<CorrectionEntry> corrections, List<Happening> events) {
    Stitched stitched() {
      return NaiveStitching.stitch(events, rails, corrections);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(rails(), corrections(), events()).as(Case::new);
  }

  @Provide
  Arbitrary<GuardRails> rails() {
    Arbitrary<Integer> limit = Arbitraries.of(1, 1, 2, 3, IdentifierType.UNLIMITED);
    Arbitrary<Integer> size = Arbitraries.of(2, 4, 6, IdentifierType.UNLIMITED);
    return Combinators.combine(limit, limit, size).as(StitchingPropertiesTest::rails);
  }

  private static GuardRails rails(int users, int emails, int size) {
    return new GuardRails(
        List.of(
            new IdentifierType("user_id", users),
            new IdentifierType("email", emails),
            new IdentifierType("anonymous_id", IdentifierType.UNLIMITED)),
        size);
  }

  /** Few times, so that many events share one and their ids decide. */
  @Provide
  Arbitrary<List<Happening>> events() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 12), identifier().list().ofMinSize(1).ofMaxSize(4))
        .as((time, identifiers) -> new Happening("", time, identifiers))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(StitchingPropertiesTest::withIds);
  }

  private Arbitrary<List<CorrectionEntry>> corrections() {
    return Combinators.combine(Arbitraries.of(Verdict.class), identifier(), identifier())
        .as((verdict, one, other) -> new CorrectionEntry(verdict, one, other, 1))
        .filter(entry -> !entry.one().equals(entry.other()))
        .list()
        .ofMaxSize(3)
        .filter(entries -> Contradiction.among(entries).isEmpty());
  }

  private static Arbitrary<Identifier> identifier() {
    return Combinators.combine(Arbitraries.of(TYPES), Arbitraries.of("a", "b", "c", "d", "e"))
        .as(Identifier::new);
  }

  /** The ids' order is not that in which the events come. */
  private static List<Happening> withIds(List<Happening> events) {
    return IntStream.range(0, events.size())
        .mapToObj(
            place -> {
              Happening event = events.get(place);
              String id = "e" + (char) ('a' + (place * 11) % 26) + place;
              return new Happening(id, event.time(), event.identifiers());
            })
        .toList();
  }

  private static List<List<Happening>> increments(List<Happening> events, Random random) {
    int parts = 1 + random.nextInt(4);
    return List.copyOf(
        events.stream()
            .collect(
                Collectors.groupingBy(
                    e -> random.nextInt(parts), TreeMap::new, Collectors.toList()))
            .values());
  }

  private static String firstToConnect(
      String one, String other, List<Happening> known, List<Happening> added, GuardRails none) {
    List<Happening> soFar = new ArrayList<>(known);
    for (Happening event : added) {
      soFar.add(event);
      Map<String, String> profiles = NaiveStitching.stitch(soFar, none, List.of()).profiles();
      if (profiles.containsKey(other) && profiles.get(one).equals(profiles.get(other))) {
        return event.id();
      }
    }
    return "none";
  }

  private static int distance(String one, String other, List<Happening> events) {
    Set<Identifier> reached = new HashSet<>(Set.of(Happening.identifier(one)));
    for (int steps = 0; ; steps++) {
      if (reached.contains(Happening.identifier(other))) {
        return steps;
      }
      Set<Identifier> further = new HashSet<>(reached);
      events.stream()
          .filter(event -> event.identifiers().stream().anyMatch(reached::contains))
          .forEach(event -> further.addAll(event.identifiers()));
      if (!reached.addAll(further)) {
        return -1;
      }
    }
  }
}
