package io.tributary.local.states.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Bounds the memory that the histories of ended Map items take: the oldest are let go. */
final class FinishedItems {
  static final int MOST_EVENTS = 200_000;

  private final Deque<Item> items = new ArrayDeque<>();
  private int events;

  private record Item(String arn, int events) {}

  /** Adds an ended execution with the length of its history; tells the ARNs to be let go. */
  synchronized List<String> add(String arn, int length) {
    items.addLast(new Item(arn, length));
    events += length;
    List<String> letGo = new ArrayList<>();
    while (events > MOST_EVENTS && items.size() > 1) {
      Item oldest = items.removeFirst();
      events -= oldest.events();
      letGo.add(oldest.arn());
    }
    return letGo;
  }
}
