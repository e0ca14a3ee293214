package io.tributary.attribution;

import io.tributary.config.Attribution;
import io.tributary.config.Model;
import io.tributary.journeys.EventJourneys;
import io.tributary.journeys.JourneyStatements;
import io.tributary.run.RunPlan.Paying;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes journeys, finds those without a stored answer, and unloads them in buckets to be sent. */
public final class JourneysStage implements Stage {
  public static final String NAME = "journeys";

  private static final String NEVER = "9999-12-31 00:00:00";

  private final AttributionEndpoints endpoints;

  public JourneysStage(AttributionEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    List<StagePart> parts = new ArrayList<>();
    parts.add(context -> new EventJourneys(context).staged());
    parts.add(this::journeys);
    parts.addAll(new LeftBehind("before").parts());
    parts.add(this::pending);
    parts.add(this::unload);
    return parts;
  }

  private Optional<StatementBatch> journeys(StageContext context) {
    List<String> statements =
        JourneyStatements.of(context, context.plan().attribution().journeys());
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  private Optional<StatementBatch> pending(StageContext context) {
    Attribution attribution = context.plan().attribution();
    if (!attribution.models().contains(Model.IHC)) {
      return Optional.empty();
    }
    Map<String, Object> limit = Map.of("most_sessions", attribution.ihc().maxSessionsPerRequest());
    String fingerprint = JourneyFingerprint.of(endpoints.of(attribution.ihc()), attribution.ihc());
    return Optional.of(
        new StatementBatch(
            List.of(
                context.render("attribution/create_int_journeys.sql"),
                context.render("attribution/int_journeys.sql", limit),
                context.render("attribution/create_int_pending_journeys.sql"),
                context.render("attribution/int_pending_journeys.sql")),
            Map.of("fingerprint", fingerprint, "reused_since", reusedSince(context))));
  }

  private Optional<StatementBatch> unload(StageContext context) {
    int buckets = buckets(context);
    if (buckets == 0) {
      return Optional.empty();
    }
    Map<String, String> target =
        Map.of(
            "target", Identifiers.uri(context.objects().uri(context.folder().journeys())),
            "role", context.warehouse().target().roleClause());
    return Optional.of(
        new StatementBatch(
            List.of(
                context.render("attribution/create_int_request_rows.sql"),
                context.render("attribution/int_request_rows.sql"),
                context.render("attribution/unload_request_rows.sql", target)),
            Map.of("buckets", Integer.toString(buckets))));
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("journeys/counts.sql", Map.of());
    Attribution attribution = context.plan().attribution();
    List<String> said = new ArrayList<>();
    if (counts.number(0, 2) == 0) {
      said.add("There is no conversion in the window; the report is empty but for costs.");
    }
    if (counts.number(0, 5) > 0) {
      said.add(cut(counts.number(0, 5), counts.number(0, 4)));
    }
    if (attribution.models().contains(Model.IHC)) {
      said.add(tooLong(context, attribution));
    }
    List<Integer> buckets = IntStream.range(0, buckets(context)).boxed().toList();
    if (context.plan().paying() == Paying.NOTHING && attribution.models().contains(Model.IHC)) {
      said.add(unsent(context));
    }
    said.removeIf(String::isEmpty);
    return new StageResult(
        counts.number(0, 0),
        counts.number(0, 1),
        counts.number(0, 6),
        String.join(" ", said),
        said,
        buckets);
  }

  private static String cut(long sessions, long journeys) {
    return "%,d %s of %,d %s cut by max_sessions_per_journey."
        .formatted(
            sessions,
            sessions == 1 ? "session" : "sessions",
            journeys,
            journeys == 1 ? "journey was" : "journeys were");
  }

  private static String tooLong(StageContext context, Attribution attribution) {
    int most = attribution.ihc().maxSessionsPerRequest();
    long journeys =
        context.query("attribution/too_long.sql", Map.of("most_sessions", most)).number(0, 0);
    return journeys == 0
        ? ""
        : "%,d %s more than %,d sessions (attribution.ihc.max_sessions_per_request): not sent, credited by the fallback (%s)."
            .formatted(
                journeys,
                journeys == 1 ? "journey has" : "journeys have",
                most,
                attribution.fallback().label());
  }

  private static String unsent(StageContext context) {
    long journeys = context.query("attribution/pending.sql", Map.of()).number(0, 0);
    return journeys == 0
        ? ""
        : "Dry run: %,d %s would be sent; until then the fallback credits what is not answered."
            .formatted(journeys, journeys == 1 ? "journey" : "journeys");
  }

  /** How many partitions the journeys to send are unloaded in; 0 where nothing is sent. */
  private static int buckets(StageContext context) {
    Attribution attribution = context.plan().attribution();
    if (!attribution.models().contains(Model.IHC)
        || context.plan().paying() == Paying.NOTHING
        || !context.plan().includes("attribute")) {
      return 0;
    }
    Rows pending = context.query("attribution/pending.sql", Map.of());
    long journeys = pending.number(0, 0);
    return journeys == 0
        ? 0
        : RequestLimits.of(attribution.ihc()).partitions(journeys, pending.number(0, 1));
  }

  /** From when on an answer spares the call; all journeys anew, none does, however young. */
  private static String reusedSince(StageContext context) {
    return context.plan().paying() == Paying.ALL_JOURNEYS ? NEVER : answeredSince(context);
  }

  /** From when on an answer counts. */
  static String answeredSince(StageContext context) {
    return switch (context.plan().paying()) {
      case ALL_JOURNEYS -> StageContext.timestamp(context.plan().plannedAt());
      case NEW_JOURNEYS, NOTHING ->
          StageContext.timestamp(
              context.plan().plannedAt().minus(context.plan().attribution().ihc().answersMaxAge()));
    };
  }
}
