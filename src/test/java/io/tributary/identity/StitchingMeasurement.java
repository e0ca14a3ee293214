package io.tributary.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Measures the core alone, by hand: {@code main} takes how many edges in millions, and any word
 * more to leave out the ordered pass. Ten million edges have a million and a half identifiers, as
 * in the benchmark's events.
 */
final class StitchingMeasurement {
  private static final int PART = 1_000_000;

  private StitchingMeasurement() {}

  public static void main(String[] arguments) {
    int edges = Integer.parseInt(arguments[0]) * 1_000_000;
    int identifiers = (int) (edges * 0.15);
    int rounds = edges > 50_000_000 ? 1 : 2;
    for (int round = 0; round < rounds; round++) {
      joins("pairs as likely as each other", edges, identifiers, x -> x);
      joins("a few identifiers in most events", edges, identifiers, x -> powerLaw(x, identifiers));
      chain(1_000_000);
      linking(edges, identifiers);
      if (arguments.length == 1) {
        replay(edges, identifiers);
      }
    }
  }

  /** The processor's time of this thread, so that a busy machine tells the same. */
  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int powerLaw(int drawn, int identifiers) {
    double part = drawn / (double) identifiers;
    return 1 + (int) (part * part * part * part * (identifiers - 1));
  }

  private static void joins(String shape, int edges, int identifiers, IntUnaryOperator draw) {
    long generating = generate(edges, identifiers, draw, null);
    Components components = new Components(identifiers);
    long all = generate(edges, identifiers, draw, components);
    long flattening = processor();
    components.flatten();
    say("joins, " + shape, edges, all - generating + processor() - flattening);
  }

  private static long generate(
      int edges, int identifiers, IntUnaryOperator draw, Components components) {
    SplittableRandom random = new SplittableRandom(7);
    long started = processor();
    int drawn = 0;
    for (int edge = 0; edge < edges; edge++) {
      int one = draw.applyAsInt(random.nextInt(1, identifiers + 1));
      int other = draw.applyAsInt(random.nextInt(1, identifiers + 1));
      if (components != null) {
        components.join(one, other);
      }
      drawn += one ^ other;
    }
    if (drawn == 42) {
      System.out.println();
    }
    return processor() - started;
  }

  private static void chain(int length) {
    long started = processor();
    Components components = new Components(length);
    for (int number = length; number > 1; number--) {
      components.join(number, number - 1);
    }
    components.flatten();
    say("a chain, from its end", length, processor() - started);
  }

  private static void linking(int edges, int identifiers) {
    GuardRails rails = rails(IdentifierType.UNLIMITED);
    List<byte[]> links = links(edges, identifiers);
    long started = processor();
    Identifiers read = identifiers(identifiers, rails, (number, parts) -> parts.number(0));
    say("identifiers read", identifiers, processor() - started);
    started = processor();
    Linking linking = new Linking(read, rails, Corrections.none());
    links.forEach(part -> linking.add(rows(part)));
    say("links read and joined", edges, processor() - started);
    started = processor();
    NumberParts written = new NumberParts(16 << 20, (part, number) -> {});
    linking.finish().write(written);
    say("labels found and written", identifiers, processor() - started);
  }

  private static void replay(int edges, int identifiers) {
    GuardRails rails = rails(2);
    Identifiers read = identifiers(identifiers, rails, (number, parts) -> parts.number(1));
    List<byte[]> events = events(edges, identifiers);
    long started = processor();
    OrderedEvents ordered = new OrderedEvents(read, edges);
    events.forEach(part -> ordered.read(rows(part)));
    say("ordered events read", edges, processor() - started);
    started = processor();
    long[] refused = new long[1];
    new Replay(read, rails, Corrections.none()).run(ordered, quarantined -> refused[0]++);
    say("ordered pass, " + refused[0] + " refusals", edges, processor() - started);
  }

  private static GuardRails rails(int users) {
    IdentifierType user = new IdentifierType("user_id", users);
    IdentifierType device = new IdentifierType("anonymous_id", IdentifierType.UNLIMITED);
    return new GuardRails(List.of(user, device), IdentifierType.UNLIMITED);
  }

  private interface Column {
    void write(int number, NumberParts parts);
  }

  private static Identifiers identifiers(int count, GuardRails rails, Column component) {
    Identifiers identifiers = new Identifiers(count, rails);
    NumberParts parts = new NumberParts(16 << 20, (part, n) -> identifiers.read(rows(part)));
    for (int number = 1; number <= count; number++) {
      parts.number(number).number(1 + number % 2);
      component.write(number, parts);
      parts.number(0).endRow();
    }
    parts.finish();
    return identifiers;
  }

  /** As UNLOAD writes pairs; a hundred parts are ten, ten times over, to save memory. */
  private static List<byte[]> links(int edges, int identifiers) {
    return drawn(edges, identifiers, (edge, parts) -> {});
  }

  private static List<byte[]> events(int edges, int identifiers) {
    return drawn(edges, identifiers, (edge, parts) -> parts.number(edge).number(0));
  }

  private static List<byte[]> drawn(int edges, int identifiers, Column first) {
    SplittableRandom random = new SplittableRandom(11);
    List<byte[]> all = new ArrayList<>();
    for (int from = 1; from <= edges; from += PART) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      NumberParts parts = new NumberParts(1 << 20, (part, number) -> bytes.writeBytes(part));
      for (int edge = from; edge < from + PART; edge++) {
        first.write(edge, parts);
        parts.number(random.nextInt(1, identifiers + 1));
        parts.number(random.nextInt(1, identifiers + 1)).endRow();
      }
      parts.finish();
      all.add(bytes.toByteArray());
    }
    return all;
  }

  private static NumberRows rows(byte[] part) {
    return NumberRows.open("a part", new ByteArrayInputStream(part));
  }

  private static void say(String what, long count, long nanoseconds) {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.printf(
        "%-50s %,12d in %6.2f s, %5.1f ns each, heap %,d MB%n",
        what, count, nanoseconds / 1e9, nanoseconds / (double) count, used);
  }
}
