package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.identity.LinkStep;
import io.tributary.identity.LinkStep.Round;
import io.tributary.json.Json;
import io.tributary.local.cloud.ProjectUpload;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second run of a project, whose steps of stitching are done by hand. */
class RepeatedStitchingTest {
  private static final List<String> HISTORIES =
      List.of(
          "identity_events", "identity_event_identifiers", "identity_map", "identity_quarantine");
  private static final List<String> LISTS = List.of("identity_definitions", "identity_merges");

  @TempDir Path folder;
  private TestCloud cloud;
  private StageContext context;

  /** The second run has other rules, a value to keep out and an earlier device, and so a rename. */
  @BeforeEach
  void planASecondRun() {
    var shop =
        new TestShop(folder)
            .file(
                "data/raw.customer_events.ndjson",
                "{'id':'e1','type':'t','event_time':'2023-01-01 09:00:00','payload':{'user':'ada','device':'phone'}}\n")
            .projectFile(project(3));
    cloud = TestCloud.start(shop).succeed();
    cloud.sql(
        """
        insert into raw.customer_events (id, type, event_time, payload) values
        ('e0', 't', '2023-01-01 08:00:00', '{"device": "phone"}'),
        ('e2', 't', '2023-01-01 10:00:00', '{"user": "nobody", "device": "watch"}')
        """);
    shop.projectFile(project(2));
    ProjectUpload.copy(shop.files(), cloud.cloud().pipeline().objects());
    String execution = cloud.cloud().runMachine().replace(":stateMachine:", ":execution:") + ":x";
    cloud.step("plan", new PlanStep.Input(execution, RunRequest.everything()));
    context = cloud.context(2);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void leavesNoRowTwiceAndNoneOfWhatIsGone() {
    stitch();
    List<String> once = written();

    stitch();

    assertThat(once).as("a row of the second run in every table").doesNotContain("0");
    assertThat(written()).isEqualTo(once);

    cloud.sql("delete from raw.customer_events where id = 'e2'");
    stitch();

    assertThat(written())
        .as("nothing is left of an event that only an earlier try saw")
        .containsExactly("2", "3", "2", "0", "1", "1");
  }

  @Test
  void linksNothingWhenAnotherRunHasTheLease() {
    stage("extract");
    stage("encode");
    var other = Map.of("execution", "another", "since", "2023-01-01T00:00:00Z");
    cloud.cloud().pipeline().objects().put("lease.json", Json.bytes(other));

    assertThatThrownBy(() -> link(Round.LINK))
        .hasMessageContaining("Another run took this project's lease over");
  }

  private void stitch() {
    stage("extract");
    stage("encode");
    assertThat(link(Round.LINK)).as("a profile is renamed").contains("\"replays\":true");
    stage("replay");
    link(Round.REPLAY);
    stage("stitch");
  }

  private void stage(String name) {
    Stage stage =
        cloud.cloud().pipeline().stages().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    for (StagePart part : stage.parts()) {
      part.batch(context).ifPresent(batch -> context.warehouse().run(name, batch));
    }
    stage.finish(context);
  }

  private String link(Round round) {
    return cloud.step("link", new LinkStep.Input(2, round));
  }

  /** How many rows of the second run each table has. */
  private List<String> written() {
    List<String> written = new ArrayList<>();
    HISTORIES.forEach(table -> written.add(count(table, "from_run")));
    LISTS.forEach(table -> written.add(count(table, "run")));
    return written;
  }

  private String count(String table, String run) {
    return cloud.value("select count(*) from tributary_store." + table + " where " + run + " = 2");
  }

  private static String project(int limit) {
    return """
        project: shop
        sources: {crm: {kind: customer_events}}
        identity:
          identifiers:
            - {name: user_id, priority: 1, limit: %d, block: [nobody], from: {crm: payload.user}}
            - {name: device, priority: 2, from: {crm: payload.device}}
        """
        .formatted(limit);
  }
}
