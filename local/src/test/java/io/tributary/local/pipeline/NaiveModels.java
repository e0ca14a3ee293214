package io.tributary.local.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The models as their definitions read, one journey at a time: what the SQL has to equal. */
final class NaiveModels {
  record Touch(String session, LocalDateTime at, String channel, boolean holder, boolean closer) {}

  private final List<Touch> journey;

  NaiveModels(List<Touch> sessions, LocalDateTime convertedAt) {
    this.journey =
        sessions.stream()
            .filter(touch -> !touch.at().isAfter(convertedAt))
            .sorted(Comparator.comparing(Touch::at).thenComparing(Touch::session))
            .toList();
  }

  List<Touch> journey() {
    return journey;
  }

  /** Nine places each; the last session takes the rest. */
  List<BigDecimal> credits(String model) {
    double[] shares = shares(model);
    List<BigDecimal> credits = new ArrayList<>();
    BigDecimal rest = BigDecimal.ONE;
    for (int i = 0; i < shares.length - 1; i++) {
      BigDecimal credit = new BigDecimal(shares[i]).setScale(9, RoundingMode.HALF_UP);
      credits.add(credit);
      rest = rest.subtract(credit);
    }
    credits.add(rest.setScale(9));
    return credits;
  }

  private double[] shares(String model) {
    int n = journey.size();
    double[] shares = new double[n];
    switch (model) {
      case "first_touch" -> shares[0] = 1;
      case "last_touch" -> shares[n - 1] = 1;
      case "last_non_direct" -> shares[lastNonDirect()] = 1;
      case "linear" -> Arrays.fill(shares, 1.0 / n);
      case "time_decay" -> timeDecay(shares);
      case "position_based" -> positionBased(shares);
      case "ihc" -> ihc(shares);
      default -> throw new IllegalArgumentException(model);
    }
    return shares;
  }

  private int lastNonDirect() {
    for (int i = journey.size() - 1; i >= 0; i--) {
      if (!journey.get(i).channel().toLowerCase(Locale.ROOT).startsWith("direct")) {
        return i;
      }
    }
    return journey.size() - 1;
  }

  private void timeDecay(double[] shares) {
    LocalDateTime last = journey.get(shares.length - 1).at();
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double days = Duration.between(journey.get(i).at(), last).toSeconds() / 86_400.0;
      shares[i] = Math.pow(2, -days / 7);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
  }

  private static void positionBased(double[] shares) {
    int n = shares.length;
    if (n <= 2) {
      Arrays.fill(shares, 1.0 / n);
      return;
    }
    Arrays.fill(shares, 0.2 / (n - 2));
    shares[0] = 0.4;
    shares[n - 1] = 0.4;
  }

  private void ihc(double[] shares) {
    long holders = journey.stream().filter(Touch::holder).count();
    long closers = journey.stream().filter(Touch::closer).count();
    double sum = 0.345 + (holders > 0 ? 0.380 : 0) + (closers > 0 ? 0.275 : 0);
    for (int i = 0; i < shares.length; i++) {
      double share = i == 0 ? 0.345 : 0;
      share += journey.get(i).holder() ? 0.380 / holders : 0;
      share += journey.get(i).closer() ? 0.275 / closers : 0;
      shares[i] = share / sum;
    }
  }
}
