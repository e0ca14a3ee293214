package io.tributary.bench;

import java.io.InputStream;
import java.util.SplittableRandom;

/** Rows of two identifiers each, as UNLOAD would write them, made while they are read. */
final class EdgeRows extends InputStream {
  private static final int LONGEST_ROW = 24;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Shape shape;
  private final int edges;
  private final int identifiers;
  private final byte[] row = new byte[LONGEST_ROW];
  private int made;
  private int at;
  private int end;

  /** Which identifiers an event connects. */
  enum Shape {
    /** Any two, each as likely as another. */
    RANDOM,
    /** A few identifiers are in most events. */
    POWER_LAW,
    /** Each with the next, from the last one down. */
    CHAIN
  }

  EdgeRows(Shape shape, int edges, int identifiers) {
    this.shape = shape;
    this.edges = edges;
    this.identifiers = identifiers;
  }

  @Override
  public int read() {
    if (at == end && !make()) {
      return -1;
    }
    return row[at++];
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int filled = 0;
    while (filled < length && (at < end || make())) {
      int taken = Math.min(end - at, length - filled);
      System.arraycopy(row, at, target, offset + filled, taken);
      at += taken;
      filled += taken;
    }
    return filled == 0 ? -1 : filled;
  }

  private boolean make() {
    if (made == edges) {
      return false;
    }
    made++;
    at = 0;
    end = 0;
    switch (shape) {
      case RANDOM -> pair(random.nextInt(identifiers), random.nextInt(identifiers));
      case POWER_LAW -> pair(powerLaw(), powerLaw());
      case CHAIN -> pair(edges - made + 1, edges - made);
    }
    return true;
  }

  private int powerLaw() {
    double part = random.nextDouble();
    return (int) (part * part * part * part * (identifiers - 1));
  }

  private void pair(int one, int other) {
    number(one + 1);
    row[end++] = ',';
    number(other + 1);
    row[end++] = '\n';
  }

  private void number(int number) {
    int digits = 1;
    for (int rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    int rest = number;
    for (int place = end + digits - 1; place >= end; place--) {
      row[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end += digits;
  }
}
