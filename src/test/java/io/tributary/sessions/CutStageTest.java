package io.tributary.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.BoundSource;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.SqlTemplates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CutStageTest {
  @Test
  void dealsManySessionsToSeveralStatements() {
    assertThat(CutStage.slices(0)).isEqualTo(1);
    assertThat(CutStage.slices(2_499_999)).isEqualTo(1);
    assertThat(CutStage.slices(6_378_000)).isEqualTo(3);
    assertThat(CutStage.slices(Integer.MAX_VALUE)).isEqualTo(24);
  }

  @Test
  void takesEachOwnerInOneSlice() {
    assertThat(inputs(0, 1)).doesNotContain("owner_key) %");
    assertThat(inputs(0, 3)).contains("where abs(bounds.owner_key) % 3 = 0");
    assertThat(inputs(2, 3)).contains("where abs(bounds.owner_key) % 3 = 2");
  }

  private static String inputs(int slice, int slices) {
    var sql = new SessionStatements(context());
    return sql.render("int_session_inputs", sql.inputs(slice, slices));
  }

  private static StageContext context() {
    Project project =
        ProjectReader.read("tributary.yaml", "project: shop\nsources: {pages: {kind: pages}}\n")
            .project()
            .orElseThrow();
    Map<String, String> columns = Map.of("id", "id", "timestamp", "timestamp", "url", "url");
    var pages = new BoundSource(project.sources().get(0), columns, Map.of(), Set.of(), false);
    Instant now = Instant.parse("2024-01-01T00:00:00Z");
    var plan =
        new RunPlan(
            1,
            "execution",
            now,
            Optional.empty(),
            now,
            now,
            project,
            List.of(pages),
            List.of(CutStage.NAME),
            RunPlan.Paying.NOTHING);
    return new StageContext(plan, null, new SqlTemplates(), null);
  }
}
