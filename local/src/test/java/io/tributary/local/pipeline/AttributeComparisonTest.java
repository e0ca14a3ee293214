package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Pipeline;
import io.tributary.rehearsal.CompareStage;
import io.tributary.rehearsal.Comparison.AttributeDifference;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By how much the attributes of a run that is not live differ. */
class AttributeComparisonTest {
  @TempDir Path folder;

  @Test
  void countsValuesAndProfilesThatDiffer() {
    try (OperatedShop shop = new OperatedShop(folder)) {
      compares(shop, shop.cloud().succeed().succeed());
    }
  }

  private static void compares(OperatedShop shop, TestCloud cloud) {
    long run = Long.parseLong(cloud.lastRun());
    cloud.sql(
        """
        insert into tributary_store.profile_attributes
        select column0, column1, column2, column3, column4, timestamp '2023-01-01' from (values
          (1, null, 'a', 'colour', 'red'), (1, null, 'b', 'colour', 'blue'),
          (1, %1$d, 'a', 'size', '1'), (%1$d, null, 'a', 'size', '2'),
          (1, %1$d, 'b', 'gone', 'z'),
          (1, null, 'a', 'tags', 'x'), (%1$d, null, 'a', 'tags', 'y'), (%1$d, null, 'c', 'tags', 'x')
        ) as rows_of_attributes (column0, column1, column2, column3, column4)
        """
            .formatted(run));
    shop.runs().rollback("tributary", Optional.empty());
    cloud.sql("create schema tributary_run_" + run);
    StageContext context = cloud.context(run);
    var stage = new CompareStage(Pipeline.SCHEMA);
    for (StagePart part : stage.parts()) {
      context.warehouse().run("compare", part.batch(context).orElseThrow());
    }

    stage.finish(context);

    assertThat(shop.comparison(run).attributes())
        .containsExactly(
            new AttributeDifference("tags", 1, 3, 2, 2),
            new AttributeDifference("gone", 1, 0, 1, 1),
            new AttributeDifference("size", 1, 1, 1, 1),
            new AttributeDifference("colour", 2, 2, 2, 0));
  }
}
