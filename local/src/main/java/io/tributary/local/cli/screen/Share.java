package io.tributary.local.cli.screen;

import io.tributary.features.FeatureSummary;
import java.util.Locale;

/** Which share of the profiles does not have a feature, as percent. */
public final class Share {
  private Share() {}

  public static String of(FeatureSummary feature) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * feature.nullShare());
  }
}
