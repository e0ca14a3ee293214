package io.tributary.identity;

/** An identifier that was left out of an event, and the guard rail that did it. */
public record Quarantined(int identifier, int event, GuardRail rail) {
  /** Writes a row {@code identifier,event,reason,type,limit}. */
  public void write(NumberParts parts) {
    parts
        .number(identifier)
        .number(event)
        .word(rail.reason().label())
        .number(rail.type())
        .number(rail.limit())
        .endRow();
  }
}
