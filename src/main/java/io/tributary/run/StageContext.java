package io.tributary.run;

import io.tributary.objects.ObjectStore;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** What a stage works with: the run's plan, the warehouse, its SQL and the objects. */
public record StageContext(
    RunPlan plan, Warehouse warehouse, SqlTemplates sql, ObjectStore objects) {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final String BEGINNING = "0001-01-01 00:00:00";

  /** The project's schemas, quoted. */
  public WarehouseNames names() {
    return WarehouseNames.of(plan.project().schema(), plan.run());
  }

  /** The folder of the run's objects. */
  public RunFolder folder() {
    return new RunFolder(plan.run());
  }

  /** A statement with the schemas filled in. */
  public String render(String file) {
    return render(file, Map.of());
  }

  /** A statement with the schemas and more names filled in. */
  public String render(String file, Map<String, ?> more) {
    Map<String, Object> placeholders = new HashMap<>(names().placeholders());
    placeholders.putAll(more);
    return sql.render(file, placeholders);
  }

  /** A query's rows; {@code :run} is bound where it is used. */
  public Rows query(String file, Map<String, ?> more) {
    String text = render(file, more);
    Map<String, String> parameters = text.contains(":run::") ? Map.of("run", run()) : Map.of();
    return warehouse.query(file, text, parameters);
  }

  public String run() {
    return Long.toString(plan.run());
  }

  public String windowFrom() {
    return plan.from().map(StageContext::timestamp).orElse(BEGINNING);
  }

  public String windowTo() {
    return timestamp(plan.to());
  }

  /** A moment as a parameter: UTC, microseconds. */
  public static String timestamp(Instant moment) {
    return TIMESTAMP.format(moment);
  }
}
