package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final int MILLION = 1_000_000;

  @Property
  void namesEachSetByItsSmallestNumber(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @IntRange(max = 80) int joins,
      @ForAll Random random) {
    Components components = new Components(count);
    int[] expected = IntStream.rangeClosed(0, count).toArray();
    for (int join = 0; join < joins; join++) {
      int one = 1 + random.nextInt(count);
      int other = 1 + random.nextInt(count);

      boolean joined = components.join(one, other);

      assertThat(joined).isEqualTo(expected[one] != expected[other]);
      relabel(expected, one, other);
    }
    assertThat(firsts(components)).isEqualTo(expected);
    components.flatten();
    assertThat(firsts(components)).isEqualTo(expected);
  }

  @Test
  void aChainOfAMillionIsOneSetFromWhicheverEnd() {
    Components upwards = new Components(MILLION);
    IntStream.range(1, MILLION).forEach(number -> upwards.join(number, number + 1));
    Components downwards = new Components(MILLION);
    IntStream.range(1, MILLION)
        .map(number -> MILLION - number)
        .forEach(number -> downwards.join(number + 1, number));
    Components shuffled = new Components(MILLION);
    inAnyOrder(MILLION - 1).forEach(number -> shuffled.join(number, number + 1));

    for (Components chain : List.of(upwards, downwards, shuffled)) {
      assertThat(IntStream.rangeClosed(1, MILLION)).allMatch(number -> chain.first(number) == 1);
    }
  }

  @Test
  void aStarOfAMillionIsOneSetWhicheverIsItsCentre() {
    for (int centre : new int[] {1, MILLION / 2, MILLION}) {
      Components star = new Components(MILLION);
      inAnyOrder(MILLION).forEach(number -> star.join(number, centre));

      star.flatten();

      assertThat(IntStream.rangeClosed(1, MILLION)).allMatch(number -> star.first(number) == 1);
    }
  }

  /** A step of a size that shares no factor with a million goes through all of them. */
  private static IntStream inAnyOrder(int count) {
    return IntStream.range(0, count).map(i -> 1 + (int) (i * 618_033_989L % count));
  }

  private static void relabel(int[] labels, int one, int other) {
    int first = Math.min(labels[one], labels[other]);
    int second = Math.max(labels[one], labels[other]);
    Arrays.setAll(labels, number -> labels[number] == second ? first : labels[number]);
  }

  private static int[] firsts(Components components) {
    return IntStream.rangeClosed(0, components.count()).map(components::first).toArray();
  }
}
