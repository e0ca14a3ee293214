package io.tributary.attribution;

import io.tributary.config.Attribution;
import io.tributary.config.BoundSource;
import io.tributary.config.Model;
import io.tributary.config.SourceKind;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.journeys.EventJourneys;
import io.tributary.run.RunPlan.Paying;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the service's answers and credits every conversion in every model. */
public final class CreditStage implements Stage {
  public static final String NAME = "credit";

  private static final double SECONDS_A_DAY = 86_400;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    List<StagePart> parts = new ArrayList<>(new LeftBehind("after").parts());
    parts.add(this::credits);
    return parts;
  }

  private Optional<StatementBatch> credits(StageContext context) {
    Attribution attribution = context.plan().attribution();
    boolean ihc = attribution.models().contains(Model.IHC);
    if (ihc) {
      refuseIfNothingSucceeded(context);
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("run", context.run());
    if (ihc) {
      parameters.put("answered_since", JourneysStage.answeredSince(context));
    }
    return Optional.of(
        new StatementBatch(
            List.of(
                context.render("attribution/ledger_attribute.sql"),
                context.render("attribution/create_int_credits.sql"),
                context.render("attribution/int_credits.sql", shape(attribution)),
                context.render("attribution/delete_attribution_customer_journey.sql"),
                context.render(
                    "attribution/attribution_customer_journey.sql", models(attribution))),
            parameters));
  }

  /** A request may also have ended without a word, so what counts is what was answered. */
  private static void refuseIfNothingSucceeded(StageContext context) {
    Rows sent =
        context
            .warehouse()
            .query(
                "sent",
                context.render("attribution/sent.sql"),
                Map.of("answered_since", JourneysStage.answeredSince(context)));
    boolean sends = context.plan().paying() != Paying.NOTHING;
    if (sends && sent.number(0, 0) > 0 && sent.number(0, 1) == 0) {
      Rows requests = context.query("attribution/requests.sql", Map.of());
      throw new PermanentException(
          ErrorCode.NO_REQUEST_SUCCEEDED,
          nothingSucceeded(sent.number(0, 0), requests.number(0, 0), requests.text(0, 7)));
    }
  }

  private static String nothingSucceeded(long journeys, long requests, Optional<String> reason) {
    return requests == 0
        ? (journeys == 1
                ? "The one journey sent to the attribution service was not answered in time"
                : "None of %d journeys sent to the attribution service was answered in time"
                    .formatted(journeys))
            + ", and no worker said why; nothing is published. See whether the workers run, and run again."
        : (requests == 1
                ? "The one request to the attribution service did not succeed"
                : "None of %d requests to the attribution service succeeded".formatted(requests))
            + " (%s); nothing is published. Run again when it answers; journeys that it refuses need their rows mended, or ihc taken out of attribution.models."
                .formatted(reason.orElse("no reason given"));
  }

  private static Map<String, Object> shape(Attribution attribution) {
    List<Integer> weights = attribution.positionWeights();
    double ends = weights.get(0) + weights.get(2);
    Map<String, Object> shape = new HashMap<>();
    shape.put("ihc", attribution.models().contains(Model.IHC));
    shape.put("direct", Identifiers.text(attribution.directChannels()));
    shape.put("half_life_seconds", attribution.halfLifeDays() * SECONDS_A_DAY);
    shape.put("first_weight", weights.get(0) / 100.0);
    shape.put("middle_weight", weights.get(1) / 100.0);
    shape.put("last_weight", weights.get(2) / 100.0);
    shape.put("first_of_two", ends == 0 ? 0.5 : weights.get(0) / ends);
    shape.put("last_of_two", ends == 0 ? 0.5 : weights.get(2) / ends);
    return shape;
  }

  private static Map<String, Object> models(Attribution attribution) {
    return Map.of(
        "ihc", attribution.models().contains(Model.IHC),
        "fallback", attribution.fallback().label(),
        "built_in",
            attribution.models().stream()
                .filter(model -> model != Model.IHC)
                .map(Model::label)
                .toList());
  }

  @Override
  public StageResult finish(StageContext context) {
    Attribution attribution = context.plan().attribution();
    Rows counts = context.query("attribution/counts.sql", conversionSource(context));
    Conversions conversions =
        new Conversions(
            counts.number(0, 2),
            counts.number(0, 3),
            counts.number(0, 4),
            counts.number(0, 5),
            counts.number(0, 7));
    conversions.requireReconciled(counts.number(0, 6));
    List<String> warnings = new ArrayList<>();
    if (attribution.models().contains(Model.IHC)) {
      warnings.addAll(new RequestReport(context, attribution).warnings(conversions));
    }
    String note = conversions.sentence(attribution.models().contains(Model.IHC));
    return new StageResult(counts.number(0, 0), counts.number(0, 1), 0, note, warnings, List.of());
  }

  private static Map<String, String> conversionSource(StageContext context) {
    Optional<BoundSource> orders = EventJourneys.orders(context.plan());
    BoundSource source =
        orders.or(() -> context.plan().source(SourceKind.CONVERSIONS)).orElseThrow();
    return Map.of(
        "source",
        Identifiers.text(source.source().name()),
        "stage",
        orders.isPresent() ? "'journeys'" : "'extract'");
  }

  /** Where the conversions ended up, each in exactly one place. */
  record Conversions(
      long staged, long answered, long unanswered, long withoutSession, long rejected) {
    long all() {
      return staged + rejected;
    }

    void requireReconciled(long halfAnswered) {
      if (staged != answered + unanswered + withoutSession || halfAnswered > 0) {
        throw new DataException(
            ErrorCode.NOT_RECONCILED,
            "Conversions do not reconcile (" + sentence(true) + "); nothing is published.");
      }
    }

    String sentence(boolean ihc) {
      return ihc
          ? "%d conversions = %d ihc + %d fallback + %d unattributed + %d rejected"
              .formatted(all(), answered, unanswered, withoutSession, rejected)
          : "%d conversions = %d attributed + %d unattributed + %d rejected"
              .formatted(all(), unanswered, withoutSession, rejected);
    }
  }
}
