package io.tributary.features;

import io.tributary.run.NumberedParts;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calculates the features of every profile that was known before the as-of moments. */
public final class FeaturesStage implements Stage {
  public static final String NAME = "features";

  /** More than a thousand as-of moments need. */
  private static final int MOST_PARTS = 10_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return NumberedParts.of(MOST_PARTS, context -> new FeatureCalculation(context)::batch);
  }

  @Override
  public StageResult finish(StageContext context) {
    FeatureCalculation calculation = new FeatureCalculation(context);
    Rows counts = context.query("features/counts.sql", Map.of());
    CompiledFeatures features = calculation.features();
    List<String> warnings = new ArrayList<>(calculation.unread());
    String leftOut = FeatureColumns.leftOut(features);
    if (!leftOut.isEmpty()) {
      warnings.add(leftOut);
    }
    String counted = new FeatureWrites(context, features, calculation.moments()).note();
    counted += calculation.ofNobody();
    String note = counted + " " + String.join(" ", warnings);
    return new StageResult(
        counts.number(0, 1), counts.number(0, 0), 0, note.strip(), warnings, List.of());
  }
}
