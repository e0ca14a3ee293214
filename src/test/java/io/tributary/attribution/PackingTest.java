package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PackingTest {
  private static final RequestLimits LIMITS = new RequestLimits(100, 200);

  /** Journeys by number of sessions in the example project: 1,946 journeys of 3,709 sessions. */
  private static final int[][] EXAMPLE = {
    {1, 1138}, {2, 412}, {3, 197}, {4, 81}, {5, 47}, {6, 30}, {7, 6}, {8, 14}, {9, 7}, {10, 4},
    {11, 3}, {13, 2}, {14, 2}, {18, 2}, {37, 1}
  };

  @Test
  void packsTheExampleIntoTwentyRequests() {
    int[] sizes =
        IntStream.range(0, EXAMPLE.length)
            .flatMap(i -> IntStream.generate(() -> EXAMPLE[i][0]).limit(EXAMPLE[i][1]))
            .toArray();

    assertThat(sizes).hasSize(1946);
    assertThat(IntStream.of(sizes).sum()).isEqualTo(3709);
    assertThat(new Packing(LIMITS).pack(sizes)).hasSize(20);
  }

  @Test
  void reachesTheBoundWhenBothLimitsBind() {
    // Half the journeys have 3 sessions, half 1: every request must hold 100 and 200 exactly.
    int[] sizes = IntStream.range(0, 10_000).map(i -> i % 2 == 0 ? 3 : 1).toArray();

    List<int[]> requests = new Packing(LIMITS).pack(sizes);

    assertThat(requests).hasSize(100).allSatisfy(r -> assertThat(r).hasSize(100));
  }

  @Test
  void packsLongJourneysTighterByFirstFit() {
    // 20 sessions into 2 requests of 10: 5 + 5 and 4 + 3 + 3. Dealing evenly would need a third.
    assertThat(new Packing(new RequestLimits(9, 10)).pack(new int[] {5, 5, 4, 3, 3})).hasSize(2);
  }

  @Test
  void givesTheLongestJourneyAllowedARequestOfItsOwn() {
    assertThat(new Packing(LIMITS).pack(new int[] {1, 200})).hasSize(2);
  }

  @Test
  void packsNothingIntoNoRequest() {
    assertThat(new Packing(LIMITS).pack(new int[0])).isEmpty();
  }

  @Test
  void refusesAJourneyLongerThanTheLimit() {
    assertThatThrownBy(() -> new Packing(LIMITS).pack(new int[] {201}))
        .hasMessage("A journey of 201 sessions fits in no request of 200");
  }

  @Property(tries = 40)
  void staysWithinTwoPercentOfTheBoundForJourneysLikeThoseOfAShop(@ForAll("shops") int[] sizes) {
    int bound = LIMITS.fewestRequests(sizes.length, IntStream.of(sizes).sum());

    assertThat(new Packing(LIMITS).pack(sizes).size()).isLessThanOrEqualTo((int) (bound * 1.02));
  }

  @Property
  void putsEveryJourneyIntoExactlyOneRequestWithinTheLimits(@ForAll("packings") Problem problem) {
    List<int[]> requests = problem.pack();

    int[] all = requests.stream().flatMapToInt(IntStream::of).sorted().toArray();
    assertThat(all).isEqualTo(IntStream.range(0, problem.sizes().length).toArray());
    for (int[] request : requests) {
      assertThat(request.length).isBetween(1, problem.limits().journeys());
      assertThat(problem.sessions(request)).isLessThanOrEqualTo(problem.limits().sessions());
    }
  }

  @Property
  void leavesNoTwoRequestsThatCouldBeOne(@ForAll("packings") Problem problem) {
    List<int[]> requests = problem.pack();

    for (int one = 0; one < requests.size(); one++) {
      for (int other = one + 1; other < requests.size(); other++) {
        int journeys = requests.get(one).length + requests.get(other).length;
        int sessions = problem.sessions(requests.get(one)) + problem.sessions(requests.get(other));
        assertThat(
                journeys <= problem.limits().journeys() && sessions <= problem.limits().sessions())
            .isFalse();
      }
    }
  }

  @Property
  void needsAsManyRequestsWhateverOrderTheJourneysComeIn(
      @ForAll("packings") Problem problem, @ForAll Random random) {
    int[] shuffled = problem.sizes().clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int size = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = size;
    }

    assertThat(new Packing(problem.limits()).pack(shuffled)).hasSameSizeAs(problem.pack());
  }

  record Problem(RequestLimits limits, int[] sizes) {
    List<int[]> pack() {
      return new Packing(limits).pack(sizes);
    }

    int sessions(int[] request) {
      return IntStream.of(request).map(position -> sizes[position]).sum();
    }
  }

  @Provide
  Arbitrary<Problem> packings() {
    return Combinators.combine(Arbitraries.integers().between(1, 12), sessionLimits())
        .flatAs(
            (journeys, sessions) ->
                Arbitraries.integers()
                    .between(1, sessions)
                    .array(int[].class)
                    .ofMaxSize(80)
                    .map(sizes -> new Problem(new RequestLimits(journeys, sessions), sizes)));
  }

  private static Arbitrary<Integer> sessionLimits() {
    return Arbitraries.integers().between(1, 30);
  }

  /** Journeys whose next session is as likely after each: the mean lies between 1.05 and 20. */
  @Provide
  Arbitrary<int[]> shops() {
    return Combinators.combine(
            Arbitraries.integers().between(3_000, 20_000),
            Arbitraries.doubles().between(0.05, 0.95),
            Arbitraries.longs())
        .as(
            (journeys, longer, seed) -> {
              Random random = new Random(seed);
              return IntStream.range(0, journeys)
                  .map(i -> sessionsOfAJourney(random, longer))
                  .toArray();
            });
  }

  private static int sessionsOfAJourney(Random random, double longer) {
    int sessions = 1;
    while (sessions < LIMITS.sessions() && random.nextDouble() < longer) {
      sessions++;
    }
    return sessions;
  }
}
