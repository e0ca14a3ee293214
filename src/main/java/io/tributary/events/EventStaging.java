package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.Identity;
import io.tributary.config.Project;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The staged events of a run: read per source, then all in one table. Without identity only those
 * of web sessions and of what is bought are read, and their user_id is the profile.
 */
public final class EventStaging {
  private static final String BEGINNING = "0001-01-01 00:00:00";

  /** Whose events are where the sources' own user_id is the profile. */
  private static final List<String> USERS =
      List.of(
          "create_int_users",
          "int_users",
          "create_int_event_users",
          "int_event_users",
          "view_int_event_profiles");

  private final StageContext context;
  private final Function<BoundSource, String> time;

  /**
   * @param time the moment of a source's row, as SQL that gives text
   */
  public EventStaging(StageContext context, Function<BoundSource, String> time) {
    this.context = context;
    this.time = time;
  }

  /** The table of the source's events as they were read. */
  public static String table(BoundSource source) {
    return "int_events_" + source.source().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the source's rows are events of this run. */
  public static boolean isRead(BoundSource source, RunPlan plan) {
    Project project = plan.project();
    return project.identity().isPresent()
        ? source.source().kind().happens()
        : project.readsUnidentified(source.source().kind());
  }

  /** Makes a table for each source of events. */
  public List<String> tables() {
    return statements("events/create_int_events.sql");
  }

  /** Reads the raw tables of all sources of events. */
  public List<String> read() {
    return statements("events/int_events.sql");
  }

  private List<String> statements(String file) {
    return sources().stream().map(source -> context.render(file, source.placeholders())).toList();
  }

  /** All events in one table; uses {@code :events_from} and {@code :window_to}. */
  public List<String> stage() {
    List<EventSource> sources = sources();
    if (sources.isEmpty()) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    Map<String, Object> shape = sources.get(0).placeholders();
    shape.put("web", WebColumns.ofAll(context.plan()));
    statements.add(context.render("events/create_stg_events.sql", shape));
    for (EventSource source : sources) {
      statements.add(context.render("events/stg_events.sql", source.placeholders()));
    }
    if (context.plan().project().identity().isEmpty()) {
      USERS.forEach(file -> statements.add(context.render("events/" + file + ".sql")));
    }
    return statements;
  }

  /** The moment from which on events count, as a parameter. */
  public static String eventsFrom(RunPlan plan) {
    return plan.eventsFrom().map(StageContext::timestamp).orElse(BEGINNING);
  }

  /** What was left out without being wrong, in a sentence; empty where there is nothing. */
  public String leftOut() {
    List<EventSource> sources = sources();
    if (sources.isEmpty()) {
      return "";
    }
    Map<String, Object> names = new HashMap<>();
    names.put(
        "sources",
        sources.stream()
            .map(
                s -> Map.of("events", Identifiers.quote(s.table()), "is_event", s.kind().isEvent()))
            .toList());
    names.put("events_from", Identifiers.text(eventsFrom(context.plan())));
    names.put("window_to", Identifiers.text(context.windowTo()));
    Rows counts = context.query("events/counts.sql", names);
    long[] sums = new long[4];
    for (int row = 0; row < counts.size(); row++) {
      for (int figure = 0; figure < sums.length; figure++) {
        sums[figure] += counts.number(row, figure + 1);
      }
    }
    return sentences(sums);
  }

  private static String sentences(long[] sums) {
    List<String> sentences = new ArrayList<>();
    if (sums[0] + sums[1] + sums[2] > 0) {
      sentences.add(
          "Left out of events: %,d copies of another's id, %,d before the start, %,d at or after the end."
              .formatted(sums[0], sums[1], sums[2]));
    }
    if (sums[3] > 0) {
      sentences.add(
          "Conversions or sessions that nothing identifies, because an identifier of theirs is longer than 65,535 bytes: %,d."
              .formatted(sums[3]));
    }
    return String.join(" ", sentences);
  }

  private List<EventSource> sources() {
    Project project = context.plan().project();
    Identity rules = project.identity().orElseGet(Identity::ofUsers);
    return context.plan().sources().stream()
        .filter(source -> isRead(source, context.plan()))
        .map(source -> new EventSource(source, rules, time.apply(source)))
        .toList();
  }
}
