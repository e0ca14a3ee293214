package io.tributary.identity;

import io.tributary.config.EventColumns;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.run.StageContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The SQL of identity with a run's types of identifiers filled in. */
final class IdentityStatements {
  private final StageContext context;
  private final Identity identity;
  private final List<IdentifierRule> rules;
  private final List<CorrectionEntry> corrections;
  private final boolean rebuilds;

  IdentityStatements(StageContext context) {
    this.context = context;
    this.identity = context.plan().project().identity().orElseThrow();
    this.rules = identity.byPriority();
    this.corrections = CorrectionRows.entries(context);
    this.rebuilds = IdentityDefinition.since(context) != IdentityDefinition.Change.NONE;
  }

  /** Whether all events are stitched anew. */
  boolean rebuilds() {
    return rebuilds;
  }

  String render(String name) {
    return render(name, Map.of());
  }

  String render(String name, Map<String, ?> more) {
    Map<String, Object> names = new HashMap<>(more);
    names.put("types", IntStream.range(0, rules.size()).mapToObj(this::type).toList());
    names.put("numbers", numbers());
    names.put("rebuilds", rebuilds);
    names.put("corrected", !corrections.isEmpty());
    names.put("definition", sqlText(IdentityDefinition.of(identity, corrections)));
    names.put("carries", carries());
    names.put("fingerprint", fingerprint());
    return context.render("identity/" + name + ".sql", names);
  }

  /** A working table: its definition, then its rows. */
  List<String> table(String name) {
    return List.of(render("create_" + name), render(name));
  }

  /** Unloads to the prefix. */
  String unload(String name, String prefix) {
    return render(name, Map.of("target", uri(prefix), "role", role()));
  }

  /** A working table with what the link function wrote. */
  List<String> load(String table, String result) {
    String manifest = new StitchingFolder(context.plan().run()).manifest(result);
    Map<String, String> names = Map.of("table", table, "manifest", uri(manifest), "role", role());
    List<String> statements = new ArrayList<>();
    statements.add(render("drop_result", names));
    statements.add(render("create_" + table));
    if (StitchingResult.hasParts(context.objects(), manifest)) {
      statements.add(render("copy_result", names));
    }
    return statements;
  }

  private String uri(String key) {
    return io.tributary.warehouse.Identifiers.uri(context.objects().uri(key));
  }

  private String role() {
    return context.warehouse().target().roleClause();
  }

  /** The condition under which an event carries anything at all. */
  private String carries() {
    return columns()
        .map(IdentityStatements::identifies)
        .collect(Collectors.joining("\n        or "));
  }

  /** A blank value never does. Nearly all begin beyond the blanks, and need no look at the rest. */
  private static String identifies(String column) {
    return "(%1$s >= '!' or btrim(%1$s, ' ' || chr(9) || chr(10) || chr(13)) <> '')"
        .formatted(column);
  }

  /**
   * What tells an event from others and from what it was before. Lengths keep values apart, and a
   * hash stands for a long one, so that none is too long.
   */
  private String fingerprint() {
    return columns()
        .map(
            column ->
                ("coalesce(length(events.%1$s)::varchar || ':' || case when length(events.%1$s) > 500"
                        + " then md5(events.%1$s) else events.%1$s end, '-')")
                    .formatted(column))
        .collect(
            Collectors.joining(
                " || ",
                "md5(events.source || ' ' || events.event_time::varchar || ' ' || ",
                " || events.event_id)"));
  }

  private Stream<String> columns() {
    return IntStream.rangeClosed(1, rules.size()).mapToObj(place -> "identifier_" + place);
  }

  private String numbers() {
    return IntStream.rangeClosed(1, rules.size())
        .mapToObj(place -> "number_" + place)
        .collect(Collectors.joining(", "));
  }

  private Map<String, Object> type(int place) {
    Map<String, Object> type = new HashMap<>();
    type.put("name", sqlText(rules.get(place).name()));
    String column = "identifier_" + (place + 1);
    type.put("identifies", identifies(column));
    type.put("blocked", blocked(rules.get(place), column));
    return type;
  }

  /** The condition under which a value is blocked; null where none is. */
  private static String blocked(IdentifierRule rule, String column) {
    List<String> conditions = new ArrayList<>();
    if (!rule.blockedValues().isEmpty()) {
      conditions.add(
          rule.blockedValues().stream()
              .map(EventColumns::literal)
              .collect(Collectors.joining(", ", column + " in (", ")")));
    }
    for (String pattern : rule.blockedPatterns()) {
      conditions.add("regexp_instr(" + column + ", " + sqlText(pattern) + ") > 0");
    }
    return conditions.isEmpty() ? null : String.join(" or ", conditions);
  }

  private static String sqlText(String text) {
    return io.tributary.warehouse.Identifiers.text(text);
  }
}
