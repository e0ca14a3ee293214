package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.warehouse.Identifiers;

/**
 * A column of a raw table as SQL that gives text. A SUPER is its JSON, or null where that is longer
 * than a text may be.
 *
 * @param physical its name as stored
 */
record RawColumn(BoundSource bound, String physical) {
  private static final int LONGEST = 65_535;

  /** The column of that logical name, which is there. */
  static RawColumn of(BoundSource bound, String logical) {
    return new RawColumn(bound, bound.column(logical).orElseThrow());
  }

  boolean isNested() {
    return bound.nested().contains(physical);
  }

  String text() {
    return isNested()
        ? "case when %s <= %d then json_serialize(%s) end".formatted(bytes(), LONGEST, quoted())
        : quoted() + "::varchar";
  }

  /** The length of its text in bytes; of a SUPER also of one that is too long. */
  String bytes() {
    return isNested() ? "json_size(" + quoted() + ")" : "octet_length(" + quoted() + "::varchar)";
  }

  String quoted() {
    return Identifiers.quote(physical);
  }
}
