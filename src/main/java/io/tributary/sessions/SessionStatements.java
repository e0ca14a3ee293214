package io.tributary.sessions;

import io.tributary.config.BoundSource;
import io.tributary.config.ChannelRule;
import io.tributary.config.EventColumns;
import io.tributary.config.SessionScope;
import io.tributary.config.SourceKind;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.run.WarehouseNames;
import io.tributary.text.Fingerprint;
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

  /** What a session's first page, last page and user agent say of it. */
  private static final List<String> ARRIVAL =
      List.of(
          "page_url",
          "page_path",
          "referrer",
          "campaign_source",
          "campaign_medium",
          "campaign_name",
          "campaign_term",
          "campaign_content",
          "last_page_url",
          "last_page_path",
          "user_agent",
          "country");

  /** What of it is not shown as it is. */
  private static final List<String> HIDDEN =
      List.of(
          "track_url",
          "page_path",
          "campaign_source",
          "campaign_medium",
          "campaign_name",
          "campaign_term",
          "campaign_content",
          "last_page_path",
          "user_agent");

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
    names.put("shown", SessionTables.COLUMNS);
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

  /** Whether anything says how visitors arrive: pages, or tracks that say it. */
  boolean arrives() {
    return unknown().size() < SessionTables.OF_ARRIVAL.size();
  }

  /** The columns that the run's sources do not tell. */
  List<String> unknown() {
    return SessionTables.unknown(plan);
  }

  /** Whether events of two sources can be at one moment of a session. */
  boolean hasTracksAndPages() {
    return named(SourceKind.TRACKS).isPresent() && named(SourceKind.PAGES).isPresent();
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

  /**
   * What is known of sessions as it was staged.
   *
   * @param slice which of the slices that the owners are dealt to, from 0
   */
  Map<String, Object> inputs(int slice, int slices) {
    Map<String, Object> names = new HashMap<>(Map.of("slice", slice, "slices", slices));
    names.put("arrives", arrives());
    names.put("marks", marks().isPresent());
    names.put("unknown", ARRIVAL);
    names.put("hidden", arrives() ? HIDDEN : List.of());
    names.put("rules", rules());
    return names;
  }

  /** What tells the rules of this run from others, as SQL. */
  private String rules() {
    List<String> rules = new ArrayList<>(List.of(render("web_sessions", sessions())));
    if (arrives()) {
      rules.add(UserAgents.VERSION);
      rules.add(PublicReferrers.text());
      rules.add(render("int_referrer_places", places()));
      rules.add(render("int_referrer_names"));
    }
    String work = WarehouseNames.workOf(plan.project().schema(), plan.run());
    String text = Identifiers.text(Fingerprint.of(String.join(";", rules).replace(work, "")));
    return plan.source(SourceKind.REFERRERS).isPresent()
        ? text + " || (" + render("own_referrers_digest") + ")"
        : text;
  }

  /** The hosts of referrers, and the domains above each by what stands before it. */
  static Map<String, Object> places() {
    Address referrer = new Address("referrer");
    return Map.of(
        "origin", referrer.origin(),
        "host", Address.host("origin"),
        "path", referrer.path("origin"),
        "parents",
            IntStream.rangeClosed(1, PARENTS)
                .mapToObj(
                    number -> Map.of("number", number, "pattern", "'^([^.]+[.]){" + number + "}'"))
                .toList());
  }

  /** All that is said of a session. */
  Map<String, Object> sessions() {
    Map<String, Object> names = new HashMap<>();
    names.put("arrives", arrives());
    names.put("texts", SessionScope.TEXTS);
    names.put("names", SessionTables.COLUMNS.stream().map(this::selected).toList());
    names.put("rules", plan.project().sessions().rules().stream().map(this::rule).toList());
    Address page = new Address("page_url");
    Address last = new Address("last_page_url");
    names.put("page_origin", page.origin());
    names.put("page_host", Address.host("page_origin"));
    names.put("page_path", page.path("page_origin"));
    names.put("last_origin", last.origin());
    names.put("last_host", Address.host("last_origin"));
    names.put("last_path", last.path("last_origin"));
    names.put("between", Address.BETWEEN);
    names.put("unescaped", new Address("written_values").unescaped());
    names.put(
        "parameters",
        IntStream.range(0, CAMPAIGN.size()).mapToObj(n -> parameter(page, n)).toList());
    return names;
  }

  private static Map<String, String> parameter(Address page, int number) {
    String name = CAMPAIGN.get(number);
    return Map.of(
        "name", name,
        "written", page.parameter(name),
        "decoded", new Address("unescaped_values").meant(number + 1));
  }

  private Map<String, String> rule(ChannelRule rule) {
    return Map.of(
        "condition", SessionScope.condition(rule).sql(),
        "channel", EventColumns.literal(rule.channel()));
  }

  private String selected(String column) {
    return unknown().contains(column) ? "null::varchar as " + column : column;
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
