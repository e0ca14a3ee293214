package io.tributary.sessions;

import io.tributary.config.BoundSource;
import io.tributary.config.ChannelRule;
import io.tributary.config.EventColumns;
import io.tributary.config.SessionScope;
import io.tributary.config.SourceKind;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The SQL of sessions with a run's sources and rules filled in. */
final class SessionStatements {
  /** How many domains above a host are looked for: those of www.mail.example.co.uk. */
  private static final int PARENTS = 3;

  private static final List<String> CAMPAIGN =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "fbclid",
          "msclkid");

  private final StageContext context;
  private final RunPlan plan;

  SessionStatements(StageContext context) {
    this.context = context;
    this.plan = context.plan();
  }

  String render(String name) {
    return render(name, Map.of());
  }

  String render(String name, Map<String, ?> more) {
    Map<String, Object> names = new HashMap<>(more);
    names.put("columns", String.join(", ", SessionTables.COLUMNS));
    return context.render("sessions/" + name + ".sql", names);
  }

  /** A working table: its definition, then its rows. */
  List<String> table(String name, Map<String, ?> more) {
    return List.of(render("create_" + name), render(name, more));
  }

  /** Unloads to a prefix, or copies from an object. */
  String bulk(String name, String placeholder, String key) {
    return render(
        name,
        Map.of(
            placeholder,
            Identifiers.uri(context.objects().uri(key)),
            "role",
            context.warehouse().target().roleClause()));
  }

  boolean hasPages() {
    return plan.source(SourceKind.PAGES).isPresent();
  }

  /** Which events are whose, and the sessions that they make. */
  Map<String, Object> events() {
    Map<String, Object> names = new HashMap<>();
    names.put("sources", named(SourceKind.TRACKS, SourceKind.PAGES).orElseThrow());
    names.put("tracks", named(SourceKind.TRACKS).orElse(null));
    names.put(
        "is_page",
        named(SourceKind.PAGES)
            .map(pages -> "case when events.source = " + pages + " then 1 else 0 end")
            .orElse("0"));
    names.put("gap", plan.project().sessions().gapSeconds());
    return names;
  }

  /** The sources that say what went into a cart or through a checkout; empty without any. */
  Optional<Map<String, Object>> marks() {
    return named(
            SourceKind.PRODUCT_ADDED,
            SourceKind.CHECKOUT_STEP_COMPLETED,
            SourceKind.ORDER_COMPLETED)
        .map(
            marks ->
                Map.of(
                    "marks", marks, "cart_source", named(SourceKind.PRODUCT_ADDED).orElse("''")));
  }

  /** The parts of the addresses of first pages. */
  Map<String, Object> landings() {
    Map<String, Object> names = new HashMap<>();
    Address page = new Address("page_url");
    Address referrer = new Address("page_referrer");
    names.put("page_host", page.host());
    names.put("url_path", page.path());
    names.put("referrer_host", referrer.host());
    names.put("referrer_path", referrer.path());
    names.put(
        "parameters",
        CAMPAIGN.stream()
            .map(
                name ->
                    Map.of(
                        "name", name,
                        "written", page.parameter(name),
                        "decoded", new Address("written_" + name).decoded()))
            .toList());
    return names;
  }

  /** The domains above a host, each by what stands before it. */
  static Map<String, Object> parents() {
    return Map.of(
        "parents",
        IntStream.rangeClosed(1, PARENTS)
            .mapToObj(
                number -> Map.of("number", number, "pattern", "'^([^.]+[.]){" + number + "}'"))
            .toList());
  }

  /** All that is said of a session. */
  Map<String, Object> sessions() {
    Map<String, Object> names = new HashMap<>();
    Address page = new Address("last_pages.page_url");
    names.put("pages", hasPages());
    names.put("marks", marks().isPresent());
    names.put("last_page_host", page.host());
    names.put("last_page_path", page.path());
    names.put("texts", SessionScope.TEXTS);
    names.put("names", SessionTables.COLUMNS.stream().map(this::selected).toList());
    List<Map<String, Object>> rules = new ArrayList<>();
    for (ChannelRule rule : plan.project().sessions().rules()) {
      rules.add(
          Map.of(
              "condition", SessionScope.condition(rule).sql(),
              "channel", EventColumns.literal(rule.channel())));
    }
    names.put("rules", rules);
    return names;
  }

  private String selected(String column) {
    if (!hasPages() && SessionTables.OF_PAGES.contains(column)) {
      return "null::varchar as " + column;
    }
    return column;
  }

  /** The names of the sources of these kinds, as a list in SQL; empty without any. */
  private Optional<String> named(SourceKind... kinds) {
    String names =
        Stream.of(kinds)
            .flatMap(kind -> plan.source(kind).stream())
            .map(BoundSource::source)
            .map(source -> Identifiers.text(source.name()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
