package io.tributary.local.pipeline;

import io.tributary.text.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Web sessions as a person would cut them: one owner after another, one event after another. */
final class NaiveSessions {
  private final Duration gap;

  NaiveSessions(Duration gap) {
    this.gap = gap;
  }

  /** A track or page; a user goes before an anonymous id, and without either there is nobody. */
  record Event(String id, String user, String anonymous, Instant at, boolean isPage, String url) {
    String owner() {
      return user.isEmpty() ? "anonymous " + anonymous : "user " + user;
    }

    boolean isOfSomebody() {
      return !user.isEmpty() || !anonymous.isEmpty();
    }
  }

  /** As the docs say it: from the source and the id of its first event. */
  private static String sessionId(Event first) {
    String event = (first.isPage() ? "pages:" : "tracks:") + first.id();
    return "s_" + Fingerprint.of(event).substring(0, 24);
  }

  /**
   * The sessions as rows: owner, number, start, end, events, pages, first page, last page, first
   * event.
   */
  List<String> of(List<Event> events) {
    Map<String, List<Event>> byOwner = new TreeMap<>();
    events.stream()
        .filter(Event::isOfSomebody)
        .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
        .forEach(
            event -> byOwner.computeIfAbsent(event.owner(), o -> new ArrayList<>()).add(event));
    List<String> rows = new ArrayList<>();
    byOwner.forEach((owner, own) -> cut(owner, own, rows));
    return rows.stream().sorted().toList();
  }

  private void cut(String owner, List<Event> events, List<String> rows) {
    List<Event> session = new ArrayList<>();
    int number = 0;
    for (Event event : events) {
      boolean isOver =
          !session.isEmpty()
              && Duration.between(session.get(session.size() - 1).at(), event.at()).compareTo(gap)
                  > 0;
      if (isOver) {
        rows.add(row(owner, ++number, session));
        session.clear();
      }
      session.add(event);
    }
    rows.add(row(owner, ++number, session));
  }

  private static String row(String owner, int number, List<Event> session) {
    List<Event> pages = session.stream().filter(Event::isPage).toList();
    return String.join(
        "|",
        owner,
        Integer.toString(number),
        session.get(0).at().toString(),
        session.get(session.size() - 1).at().toString(),
        Integer.toString(session.size()),
        Integer.toString(pages.size()),
        pages.isEmpty() ? "" : pages.get(0).url(),
        pages.isEmpty() ? "" : pages.get(pages.size() - 1).url(),
        sessionId(session.get(0)));
  }
}
