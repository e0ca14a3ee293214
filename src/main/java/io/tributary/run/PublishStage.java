package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the run live by one UPDATE, and lets runs go that are older than those to keep. */
public final class PublishStage implements Stage {
  public static final String NAME = "publish";

  private final List<PublishedTable> tables;
  private final ChangingViews views;

  public PublishStage(WarehouseSchema schema) {
    this(schema, ChangingViews.NONE);
  }

  /**
   * @param views those whose columns change with the run
   */
  public PublishStage(WarehouseSchema schema, ChangingViews views) {
    this.tables = schema.published();
    this.views = views;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    List<StagePart> parts = new ArrayList<>(List.of(this::switchLive, this::retire));
    for (int number = 0; number < ChangingViews.MOST_COMMENTS; number++) {
      int at = number;
      parts.add(context -> views.comments(context, at));
    }
    return parts;
  }

  @Override
  public StageResult finish(StageContext context) {
    long live = context.query("run/live_run.sql", Map.of()).number(0, 0);
    if (live != context.plan().run()) {
      throw new LeaseLostException(
          ErrorCode.LEASE_LOST,
          "Another run took this one back before it was published; what is live is of run "
              + live
              + ".");
    }
    forgetObjects(context);
    return StageResult.of(0, 0);
  }

  /** The objects of all runs that are older than those whose rows are kept go, too. */
  private static void forgetObjects(StageContext context) {
    String query = context.render("run/oldest_kept_run.sql");
    Rows oldest = context.warehouse().query("oldest kept run", query, keepRuns(context));
    long kept = oldest.number(0, 0);
    for (RunFolder folder : RunFolder.existing(context.objects())) {
      if (folder.run() < kept) {
        context.objects().deleteAll(context.objects().list(folder.prefix()));
      }
    }
  }

  private static Map<String, String> keepRuns(StageContext context) {
    return Map.of("keep_runs", Integer.toString(context.plan().project().keepRuns()));
  }

  private Optional<StatementBatch> switchLive(StageContext context) {
    List<String> statements = new ArrayList<>(views.statements().apply(context));
    statements.add(context.render("run/switch_live.sql"));
    statements.add(context.render("run/end_run.sql"));
    return Optional.of(
        new StatementBatch(statements, Map.of("run", context.run(), "status", "published")));
  }

  private Optional<StatementBatch> retire(StageContext context) {
    List<String> statements = new ArrayList<>();
    for (PublishedTable table : tables) {
      Map<String, String> name = Map.of("table", Identifiers.quote(table.name()));
      retiring(table).ifPresent(file -> statements.add(context.render(file, name)));
    }
    statements.add(context.render("run/retire_runs.sql"));
    String keep = Integer.toString(context.plan().project().keepRuns());
    return Optional.of(
        new StatementBatch(statements, Map.of("run", context.run(), "keep_runs", keep)));
  }

  private static Optional<String> retiring(PublishedTable table) {
    return switch (table.rows()) {
      case OF_THE_LIVE_RUN -> Optional.of("run/retire_rows.sql");
      case UP_TO_THE_LIVE_RUN -> Optional.empty();
      case HISTORY -> Optional.of("run/retire_history.sql");
    };
  }
}
