package io.tributary.rehearsal;

import io.tributary.json.Json;
import io.tributary.rehearsal.Comparison.AttributeDifference;
import io.tributary.rehearsal.Comparison.Changes;
import io.tributary.rehearsal.Comparison.LargeProfile;
import io.tributary.rehearsal.Comparison.Move;
import io.tributary.rehearsal.Comparison.Size;
import io.tributary.run.PublishedTable;
import io.tributary.run.Stage;
import io.tributary.run.StageChoice;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.run.WarehouseSchema;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Compares what a run calculated and does not publish with what is live. */
public final class CompareStage implements Stage {
  private static final String IDENTITIES = "identity_map";
  private static final String ATTRIBUTES = "profile_attributes";

  private final WarehouseSchema schema;

  public CompareStage(WarehouseSchema schema) {
    this.schema = schema;
  }

  @Override
  public String name() {
    return StageChoice.COMPARE;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(this::profiles, this::attributes);
  }

  private Optional<StatementBatch> profiles(StageContext context) {
    return hasIdentity(context)
        ? Optional.of(filling(context, "int_profile_moves"))
        : Optional.empty();
  }

  private Optional<StatementBatch> attributes(StageContext context) {
    return hasIdentity(context) && table(ATTRIBUTES).isPresent()
        ? Optional.of(filling(context, "int_attribute_differences"))
        : Optional.empty();
  }

  private StatementBatch filling(StageContext context, String table) {
    return new StatementBatch(
        List.of(
            context.render("rehearsal/create_" + table + ".sql"),
            context.render("rehearsal/" + table + ".sql", valid())),
        Map.of("run", context.run()));
  }

  @Override
  public StageResult finish(StageContext context) {
    if (!hasIdentity(context)) {
      return StageResult.of(0, 0);
    }
    Comparison comparison = comparison(context);
    context.objects().put(context.folder().comparison(), Json.bytes(comparison));
    String note =
        "%,d profiles live, %,d now: %,d merged, %,d split, %,d renamed."
            .formatted(
                comparison.before().profiles(),
                comparison.now().profiles(),
                comparison.changes().merges(),
                comparison.changes().splits(),
                comparison.changes().renames());
    return new StageResult(
        comparison.before().identifiers(),
        comparison.now().identifiers(),
        0,
        note,
        List.of(),
        List.of());
  }

  private Comparison comparison(StageContext context) {
    Rows totals = context.query("rehearsal/totals.sql", Map.of());
    return new Comparison(
        context.plan().run(),
        totals.number(0, 0),
        new Size(totals.number(0, 1), totals.number(0, 2)),
        new Size(totals.number(0, 3), totals.number(0, 4)),
        new Changes(totals.number(0, 5), totals.number(0, 6), totals.number(0, 7)),
        largest(context),
        moves(context),
        table(ATTRIBUTES).isPresent() ? differences(context) : List.of());
  }

  private List<LargeProfile> largest(StageContext context) {
    Rows rows = context.query("rehearsal/largest_profiles.sql", Map.of());
    return list(
        rows,
        row ->
            new LargeProfile(
                text(rows, row, 0),
                text(rows, row, 1),
                rows.number(row, 2),
                rows.number(row, 3),
                rows.number(row, 4)));
  }

  private List<Move> moves(StageContext context) {
    Rows rows = context.query("rehearsal/largest_moves.sql", Map.of());
    return list(
        rows,
        row ->
            new Move(
                text(rows, row, 0),
                text(rows, row, 1),
                text(rows, row, 2),
                text(rows, row, 3),
                rows.number(row, 4)));
  }

  private static List<AttributeDifference> differences(StageContext context) {
    Rows rows = context.query("rehearsal/attribute_differences.sql", Map.of());
    return list(
        rows,
        row ->
            new AttributeDifference(
                text(rows, row, 0),
                rows.number(row, 1),
                rows.number(row, 2),
                rows.number(row, 3),
                rows.number(row, 4)));
  }

  /** Which rows of a table this run made or left valid. */
  private Map<String, String> valid() {
    return Map.of(
        "identities", table(IDENTITIES).map(PublishedTable::ofRun).orElseThrow(),
        "attributes", table(ATTRIBUTES).map(PublishedTable::ofRun).orElse(""));
  }

  private Optional<PublishedTable> table(String name) {
    return schema.published().stream().filter(table -> table.name().equals(name)).findFirst();
  }

  private static boolean hasIdentity(StageContext context) {
    return context.plan().project().identity().isPresent();
  }

  private static <T> List<T> list(Rows rows, IntFunction<T> reader) {
    return IntStream.range(0, rows.size()).mapToObj(reader).toList();
  }

  /** A profile that nothing names any more has no name. */
  private static String text(Rows rows, int row, int column) {
    return rows.text(row, column).orElse("");
  }
}
