package io.tributary.attribution;

import io.tributary.config.Attribution;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run has to say of its requests: who was credited by the fallback, and why. */
final class RequestReport {
  private final Rows requests;
  private final Attribution attribution;

  RequestReport(StageContext context, Attribution attribution) {
    this.requests = context.query("attribution/requests.sql", Map.of());
    this.attribution = attribution;
  }

  List<String> warnings(CreditStage.Conversions conversions) {
    List<String> warnings = new ArrayList<>();
    if (conversions.unanswered() > 0) {
      warnings.add(
          "%d of %d conversions %s credited by the fallback (%s), %d by ihc."
              .formatted(
                  conversions.unanswered(),
                  conversions.all(),
                  conversions.unanswered() == 1 ? "is" : "are",
                  attribution.fallback().label(),
                  conversions.answered()));
    }
    long failed = requests.number(0, 0) - requests.number(0, 1);
    if (failed > 0) {
      warnings.add(
          "%d of %d requests to the attribution service failed (%s); the next run sends them again."
              .formatted(failed, requests.number(0, 0), requests.text(0, 7).orElseThrow()));
    }
    long takeovers = requests.number(0, 5);
    if (takeovers > 0) {
      warnings.add(
          "%d %s taken over from a worker that died; their journeys may be paid twice."
              .formatted(takeovers, takeovers == 1 ? "request was" : "requests were"));
    }
    return warnings;
  }
}
