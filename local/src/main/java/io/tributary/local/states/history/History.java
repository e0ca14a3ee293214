package io.tributary.local.states.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What happened in an execution, at most 25,000 events of it. */
public final class History {
  /** Step Functions' limit on a standard execution. */
  public static final int MOST_EVENTS = 25_000;

  private final Clock clock;
  private final List<HistoryEvent> events = new ArrayList<>();

  public History(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds an event and gives its id.
   *
   * @throws HistoryFull if only the event that ends the execution has room left
   */
  public synchronized long append(String type, long previous, Details details) {
    if (events.size() >= MOST_EVENTS - 1) {
      throw new HistoryFull();
    }
    return add(type, previous, details);
  }

  /** Adds the event that ends the execution. */
  public synchronized void appendLast(String type, Details details) {
    add(type, events.size(), details);
  }

  private long add(String type, long previous, Details details) {
    long id = events.size() + 1L;
    events.add(HistoryEvent.of(id, previous, clock.instant(), type, details));
    return id;
  }

  /** All events so far. */
  public synchronized List<HistoryEvent> events() {
    return List.copyOf(events);
  }

  /** How many events there are so far. */
  public synchronized int size() {
    return events.size();
  }

  /** The events from one position on, at most so many, the last ones first if so asked. */
  public synchronized List<HistoryEvent> page(int from, int most, Order order) {
    List<HistoryEvent> page = new ArrayList<>();
    for (int position = from; position < Math.min(from + most, events.size()); position++) {
      int index = order == Order.NEWEST_FIRST ? events.size() - 1 - position : position;
      page.add(events.get(index));
    }
    return page;
  }

  /** Which end of the history comes first. */
  public enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST
  }
}
