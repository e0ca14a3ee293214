package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final String AT = AnswerLine.moment(Instant.parse("2023-09-06T12:15:35.999Z"));

  @Test
  void keepsALineForEachSessionInTheJourneysOrder() {
    List<AnswerLine> lines = check(2, row(2, 0.25), row(1, 0.75));

    assertThat(lines)
        .containsExactly(
            new AnswerLine("h", "c", "s1", 1, 0.5, 0, 0.75, "answered", "", "2023-09-06 12:15:35"),
            new AnswerLine("h", "c", "s2", 1, 0.5, 0, 0.25, "answered", "", "2023-09-06 12:15:35"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, 0.995, 1.0})
  void scalesASumWithinOnePercentToOne(double sum) {
    assertThat(check(1, row(1, sum)).get(0).ihc()).isEqualTo(1.0);
  }

  @Test
  void scalesASumAboveOneToOne() {
    List<AnswerLine> lines = check(2, row(1, 0.51), row(2, 0.5));

    assertThat(lines.get(0).ihc()).isCloseTo(0.51 / 1.01, within(1e-15));
    assertThat(lines.get(1).ihc()).isCloseTo(0.50 / 1.01, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.9899})
  void refusesASumFurtherFromOne(double sum) {
    assertThat(reason(1, row(1, sum))).contains("sum to").contains("not to 1");
  }

  @Test
  void refusesASumTooFarAboveOne() {
    assertThat(reason(2, row(1, 0.6), row(2, 0.4101))).contains("sum to 1.0101");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.001, 1.001})
  void refusesAValueThatIsNoShare(double value) {
    assertThat(reason(1, row(1, value))).contains("between 0 and 1");
    assertThat(reason(1, new ServiceRow("c", "s1", value, 0, 0, 1))).contains("between 0 and 1");
    assertThat(reason(1, new ServiceRow("c", "s1", 0, value, 0, 1))).contains("between 0 and 1");
    assertThat(reason(1, new ServiceRow("c", "s1", 0, 0, value, 1))).contains("between 0 and 1");
  }

  @Test
  void refusesASessionThatIsMissingOrUnaskedOrThereTwice() {
    assertThat(reason(3, row(1, 1))).isEqualTo("The answer lacks 2 of 3 sessions.");
    assertThat(reason(1, row(1, 0.5), row(2, 0.5))).contains("not asked for");
    assertThat(reason(1, row(1, 0.5), row(1, 0.5))).contains("twice");
  }

  @Property
  void givesEveryAcceptedConversionASumOfOne(@ForAll("shares") List<Double> shares) {
    ServiceRow[] rows =
        IntStream.rangeClosed(1, shares.size())
            .mapToObj(i -> row(i, shares.get(i - 1)))
            .toArray(ServiceRow[]::new);

    List<AnswerLine> lines = check(shares.size(), rows);

    assertThat(lines).hasSameSizeAs(shares).allMatch(AnswerLine::isAnswered);
    assertThat(lines.stream().mapToDouble(AnswerLine::ihc).sum()).isCloseTo(1, within(1e-12));
    assertThat(lines).allMatch(line -> line.ihc() >= 0 && line.ihc() <= 1);
  }

  /** Shares that sum to between 0.99 and 1.01. */
  @Provide
  Arbitrary<List<Double>> shares() {
    return Arbitraries.doubles()
        .between(0.001, 1)
        .ofScale(3)
        .list()
        .ofMinSize(2)
        .ofMaxSize(40)
        .flatMap(
            weights ->
                Arbitraries.doubles()
                    .between(0.9901, 1.0099)
                    .ofScale(4)
                    .map(sum -> shares(weights, sum)))
        .filter(shares -> shares.stream().allMatch(share -> share <= 1));
  }

  private static List<Double> shares(List<Double> weights, double sum) {
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    return weights.stream().map(weight -> weight / all * sum).toList();
  }

  private static String reason(int sessions, ServiceRow... rows) {
    List<AnswerLine> lines = check(sessions, rows);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).status()).isEqualTo("refused");
    assertThat(lines.get(0).sessionId()).isEmpty();
    assertThat(lines.get(0).isPaid()).isTrue();
    return lines.get(0).reason();
  }

  private static List<AnswerLine> check(int sessions, ServiceRow... rows) {
    List<JourneySession> all =
        IntStream.rangeClosed(1, sessions)
            .mapToObj(i -> new JourneySession("s" + i, "2023-09-06 12:15:35", "Direct", 0, 0, 0, 0))
            .toList();
    return AnswerCheck.lines(new Journey("h", "c", all), List.of(rows), AT);
  }

  private static ServiceRow row(int session, double ihc) {
    return new ServiceRow("c", "s" + session, 1, 0.5, 0, ihc);
  }
}
