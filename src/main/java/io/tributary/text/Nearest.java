package io.tributary.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that someone most likely meant. */
public final class Nearest {
  private static final int LONGEST = 200;
  private static final int SHORTEST_BEGINNING = 4;

  private Nearest() {}

  /** The name with the fewest typing errors, if they are few or only its end was left out. */
  public static Optional<String> to(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isShortFor(folded, name) || errors(folded, name) <= tolerated(folded, name))
        .min(
            Comparator.comparingInt((String name) -> errors(folded, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isShortFor(String written, String name) {
    return written.length() >= SHORTEST_BEGINNING
        && name.toLowerCase(Locale.ROOT).startsWith(written);
  }

  private static int tolerated(String written, String name) {
    int shorter = Math.min(written.length(), name.length());
    return shorter <= 2 ? 1 : Math.max(2, shorter / 3);
  }

  /** Letters added, left out, changed, or swapped with their neighbour, whatever their case. */
  private static int errors(String written, String name) {
    String meant = name.toLowerCase(Locale.ROOT);
    int[][] errors = new int[written.length() + 1][meant.length() + 1];
    for (int i = 0; i <= written.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        errors[i][j] = i == 0 || j == 0 ? i + j : fewest(errors, written, meant, i, j);
      }
    }
    return errors[written.length()][meant.length()];
  }

  private static int fewest(int[][] errors, String written, String meant, int i, int j) {
    int changed = written.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(errors[i - 1][j - 1] + changed, Math.min(errors[i - 1][j], errors[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && written.charAt(i - 1) == meant.charAt(j - 2)
            && written.charAt(i - 2) == meant.charAt(j - 1);
    return swapped ? Math.min(best, errors[i - 2][j - 2] + 1) : best;
  }
}
