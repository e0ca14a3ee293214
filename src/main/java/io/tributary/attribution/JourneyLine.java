package io.tributary.attribution;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;

/**
 * An unloaded row and the bytes that it was read from, which a request's body takes over as they
 * are.
 */
record JourneyLine(JourneyRow row, byte[] file, int from, int length) {
  static final Comparator<JourneyLine> IN_ORDER =
      Comparator.comparing(JourneyLine::row, JourneyRow.IN_ORDER);

  void writeTo(ByteArrayOutputStream body) {
    body.write(file, from, length);
    body.write('\n');
  }
}
