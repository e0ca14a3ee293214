package io.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.error.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageChoiceTest {
  private static final String FEATURES = "features: {}\n";
  private static final String IDENTITY =
      "identity: {identifiers: [{name: user_id, priority: 1, from: {orders: user_id}}]}\n";
  private static final String ORDERS = "project: shop\nsources:\n  orders: {kind: conversions}\n";
  private static final String VISITS = "  visits: {kind: session_sources}\n";
  private static final String TRACKS = "  tracks: {kind: tracks}\n";
  private static final String SPEND = "  spend: {kind: channel_costs}\n";

  @Test
  void takesOnlyStagesThatTheSourcesFeed() {
    assertThat(StageChoice.of(List.of(), true, project(ORDERS + VISITS)))
        .containsExactly("extract", "journeys", "attribute", "credit", "report", "publish");
    assertThat(StageChoice.of(List.of(), true, project(ORDERS + IDENTITY)))
        .containsExactly(
            "extract", "encode", "replay", "stitch", "context", "attributes", "publish");
    assertThat(
            StageChoice.of(
                List.of(), true, project(ORDERS + VISITS + TRACKS + IDENTITY + FEATURES)))
        .isEqualTo(StageChoice.CHAIN);
  }

  @Test
  void cutsSessionsOfTracksOrPages() {
    assertThat(StageChoice.of(List.of(), true, project("project: shop\nsources:\n" + TRACKS)))
        .containsExactly("extract", "cut", "sessions", "metrics", "publish");
  }

  @Test
  void comparesAWholeRunThatIsNotPublished() {
    assertThat(StageChoice.of(List.of(), false, project(ORDERS + IDENTITY)))
        .containsExactly(
            "extract", "encode", "replay", "stitch", "context", "attributes", "compare");
    assertThat(StageChoice.of(List.of("encode"), false, project(ORDERS + IDENTITY)))
        .doesNotContain("compare");
  }

  @Test
  void offersNoStageThatNothingFeeds() {
    assertThat(StageChoice.of(List.of("encode"), true, project(ORDERS + IDENTITY)))
        .containsExactly("extract", "encode");
    assertThatThrownBy(() -> StageChoice.of(List.of("report"), true, project(ORDERS + IDENTITY)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "There is no stage 'report' to run with --only; choose among extract, encode, replay, stitch, context, attributes.");
  }

  @Test
  void saysWhatIsLeftOut() {
    assertThat(StageChoice.leftOut(project(ORDERS + VISITS))).isEmpty();
    assertThat(StageChoice.leftOut(project(ORDERS + SPEND + IDENTITY)))
        .containsExactly(
            "Left out: journeys, credit and the channel report, because there is no source of kind"
                + " `session_sources` or `pages`.",
            "Not read: the costs of `spend`, which need a report.");
  }

  private static Project project(String file) {
    var read = ProjectReader.read("tributary.yaml", file);
    assertThat(read.problems()).isEmpty();
    return read.project().orElseThrow();
  }
}
