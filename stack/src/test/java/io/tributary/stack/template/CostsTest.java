package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of costs multiplies right, and counts what the benchmark counted. */
class CostsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| [^|*]+ \\| [^|]*[*]{2}([0-9.,]+)[*]{2}[^|]* \\| \\$([0-9.]+)(?: per ([0-9,]+))?"
              + "[^|]* \\| (below )?\\$([0-9.]+) \\|$");
  private static final Pattern SUM = Pattern.compile("[*]{2}about \\$([0-9.]+)[*]{2}");
  private static final Pattern TRANSITIONS =
      Pattern.compile(
          "transitions a request \\|\n[|-]+\n\\| ([0-9,]+) \\| ([0-9,]+) \\| ([0-9,]+)");

  private final String costs =
      Checkout.text("docs/deploy.md")
          .substring(Checkout.text("docs/deploy.md").indexOf("## Costs"));
  private final List<MatchResult> rows = ROW.matcher(costs).results().toList();

  @Test
  void areCountsTimesPrices() {
    assertThat(rows).hasSize(7);
    for (MatchResult row : rows) {
      BigDecimal said = new BigDecimal(row.group(5));
      if (row.group(4) == null) {
        assertThat(cost(row).setScale(2, RoundingMode.HALF_UP)).as(row.group()).isEqualTo(said);
      } else {
        assertThat(cost(row)).as(row.group()).isLessThan(said);
      }
    }
  }

  @Test
  void areAddedUp() {
    BigDecimal sum = rows.stream().map(CostsTest::cost).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(SUM.matcher(costs).results().map(found -> new BigDecimal(found.group(1))))
        .containsExactly(sum.setScale(2, RoundingMode.HALF_UP));
  }

  @Test
  void countTheTransitionsAndRequestsOfTheBenchmark() {
    var measured = TRANSITIONS.matcher(Checkout.text("bench/RESULTS.md"));

    assertThat(measured.find()).isTrue();
    assertThat(costs)
        .as("The benchmark was run again: write its counts into docs/deploy.md")
        .contains("**" + measured.group(1) + "** transitions")
        .contains("**" + measured.group(2) + "** transitions")
        .contains(measured.group(3) + " requests");
  }

  private static BigDecimal cost(MatchResult row) {
    BigDecimal per = row.group(3) == null ? BigDecimal.ONE : number(row.group(3));
    return number(row.group(1))
        .multiply(new BigDecimal(row.group(2)))
        .divide(per, MathContext.DECIMAL64);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", ""));
  }
}
