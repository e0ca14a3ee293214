package io.tributary.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identifiers and events of two components, with the numbers that the core goes by. */
final class ConnectedIdentifiers {
  private final GuardRails rails;
  private final List<Identifier> identifiers = new ArrayList<>();
  private final List<Explained.Event> events = new ArrayList<>();
  private final Map<Identifier, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> numbersByKey = new HashMap<>();
  private final StringBuilder identifierRows = new StringBuilder();
  private final StringBuilder eventRows = new StringBuilder();
  private String lastEvent = "";

  ConnectedIdentifiers(GuardRails rails) {
    this.rails = rails;
  }

  /** Takes a row of key, type and value, in the order in which identifiers were first seen. */
  void member(List<String> row) {
    var identifier = new Identifier(row.get(1), row.get(2));
    identifiers.add(identifier);
    int number = identifiers.size();
    numbers.put(identifier, number);
    numbersByKey.put(row.get(0), number);
    identifierRows.append(number).append(',').append(place(identifier)).append(",0,0\n");
  }

  /**
   * Takes a row of event key, source, id, time and identifier key, in the order of events, then of
   * priority.
   */
  void carried(List<String> row) {
    if (!row.get(0).equals(lastEvent)) {
      lastEvent = row.get(0);
      events.add(new Explained.Event(row.get(1), row.get(2), row.get(3)));
      eventRows.append(events.size() == 1 ? "" : "\n").append(events.size()).append(",0");
    }
    eventRows.append(',').append(numbersByKey.get(row.get(4)));
  }

  Explanation explain(Identifier one, Identifier other, List<CorrectionEntry> entries) {
    var read = new Identifiers(identifiers.size(), rails);
    read.read(rows(identifierRows));
    var ordered = new OrderedEvents(read, events.size());
    ordered.read(rows(eventRows));
    Corrections corrections = Corrections.read(rows(corrections(entries)), read);
    return new Explaining(read, rails, corrections, ordered)
        .explain(numbers.get(one), numbers.get(other));
  }

  Identifier identifier(int number) {
    return identifiers.get(number - 1);
  }

  Explained.Event event(int number) {
    return events.get(number - 1);
  }

  /** The entries of which both identifiers are here. */
  List<CorrectionEntry> about(List<CorrectionEntry> entries) {
    return entries.stream()
        .filter(entry -> numbers.containsKey(entry.one()) && numbers.containsKey(entry.other()))
        .toList();
  }

  private int place(Identifier identifier) {
    return rails.types().stream().map(IdentifierType::name).toList().indexOf(identifier.type()) + 1;
  }

  private StringBuilder corrections(List<CorrectionEntry> entries) {
    StringBuilder rows = new StringBuilder();
    for (CorrectionEntry entry : about(entries)) {
      rows.append(entry.verdict().ordinal() + 1).append(',');
      rows.append(numbers.get(entry.one())).append(',');
      rows.append(numbers.get(entry.other())).append('\n');
    }
    return rows;
  }

  private static NumberRows rows(StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    return NumberRows.open("rows", new ByteArrayInputStream(bytes));
  }
}
