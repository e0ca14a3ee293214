package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.UserException;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Which conversions a window takes, and what is said where it takes none. */
class WindowTest {
  @TempDir static Path folder;

  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        TestCloud.start(
            new TestShop(folder.resolve("shop"))
                .conversions(
                    "a,anna,2023-01-09 23:59:59,1",
                    "b,anna,2023-01-10 00:00:00,2",
                    "c,anna,2023-01-11 23:59:59,3",
                    "d,anna,2023-01-12 00:00:00,4")
                .sessions("s1,anna,2023-01-01 12:00:00,Email,1,1,0")
                .project());
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @Test
  void takesBothDaysWholeAndAMomentExactly() {
    run("2023-01-10", "2023-01-11");
    assertThat(conversions()).containsExactly("b", "c");

    run("2023-01-10T00:00:01Z", "2023-01-12T00:00:00Z");
    assertThat(conversions()).containsExactly("c");
  }

  @Test
  void succeedsOverAnEmptyWindowAndSaysSo() {
    run("2022-01-01", "2022-01-31");

    assertThat(conversions()).isEmpty();
    assertThat(
            cloud.value(
                "select note from tributary.run_ledger where stage = 'journeys'"
                    + " order by run_id desc limit 1"))
        .isEqualTo("There is no conversion in the window; the report is empty but for costs.");
  }

  @Test
  void takesAWindowInTheFutureWithAWarning() {
    assertThat(run("2023-01-12", "2999-12-31"))
        .contains("The window ends in the future, at 3000-01-01T00:00:00Z.");
    assertThat(conversions()).containsExactly("d");
  }

  @Test
  void refusesAReversedWindowAndLeavesWhatIsLive() {
    run("2023-01-10", "2023-01-11");
    var end = cloud.run(request("2023-02-01", "2023-01-31"));

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo(UserException.class.getName());
    assertThat(end.cause())
        .isEqualTo(
            "The window is reversed: it begins at 2023-02-01T00:00:00Z (--from 2023-02-01) and"
                + " ends at 2023-02-01T00:00:00Z (--to 2023-01-31); begin earlier or end later.");
    assertThat(conversions()).containsExactly("b", "c");
  }

  @Test
  void saysThatASourceHasNoRows() {
    var shop =
        new TestShop(folder.resolve("empty"))
            .conversions("a,anna,2023-01-10 12:00:00,1")
            .sessions()
            .project();
    try (var empty = TestCloud.start(shop).succeed()) {
      var execution =
          empty
              .cloud()
              .clients()
              .sfn()
              .listExecutions(r -> r.stateMachineArn(empty.cloud().runMachine()))
              .executions()
              .get(0);
      assertThat(exited(empty, execution.executionArn(), "Extract"))
          .contains("The source `sessions` has no rows: its table raw.session_sources is empty.");
      assertThat(empty.rows("select distinct channel_name from tributary.channel_reporting"))
          .containsExactly(List.of("(unattributed)"));
    }
  }

  /** Runs over a window and returns the plan's output. */
  private String run(String from, String to) {
    var end = cloud.run(request(from, to));
    assertThat(end.status()).as(end.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return exited(cloud, end.executionArn(), "Plan");
  }

  private static String exited(TestCloud cloud, String execution, String state) {
    return cloud
        .cloud()
        .clients()
        .sfn()
        .getExecutionHistory(r -> r.executionArn(execution))
        .events()
        .stream()
        .filter(event -> event.stateExitedEventDetails() != null)
        .map(event -> event.stateExitedEventDetails())
        .filter(exit -> exit.name().equals(state))
        .findFirst()
        .orElseThrow()
        .output();
  }

  private static RunRequest request(String from, String to) {
    return new RunRequest(
        Optional.of(from), Optional.of(to), Optional.empty(), List.of(), false, false);
  }

  private List<String> conversions() {
    return cloud.rows("select conversion_id from tributary.conversions order by 1").stream()
        .map(row -> row.get(0))
        .toList();
  }
}
