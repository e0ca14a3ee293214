package io.tributary.attributes;

import io.tributary.config.AttributeType;
import io.tributary.expression.ValueType;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.run.WarehouseNames;
import io.tributary.text.Fingerprint;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a run's wide table. Rows of runs with the same columns lie in one table, whose
 * name ends with a hash of them, so that a run with other columns leaves those of before alone.
 */
final class WideColumns {
  private final List<CompiledAttribute> attributes;

  private WideColumns(List<CompiledAttribute> attributes) {
    this.attributes = List.copyOf(attributes);
  }

  static WideColumns of(RunPlan plan) {
    var compiler = new AttributeCompiler(plan);
    return new WideColumns(
        plan.project().attributes().definitions().stream().map(compiler::compile).toList());
  }

  /** The tables of wide rows that there are, by name. */
  static List<String> tables(StageContext context) {
    String store = WarehouseNames.storeOf(context.plan().project().schema());
    Rows rows =
        context
            .warehouse()
            .query(
                "wide tables",
                context.render("attributes/wide_tables.sql"),
                Map.of("store", store));
    return IntStream.range(0, rows.size())
        .mapToObj(row -> rows.text(row, 0).orElseThrow())
        .toList();
  }

  /** The table of rows with these columns. */
  String table() {
    String columns = String.join("\n", shown());
    return "profile_attributes_wide__" + Fingerprint.of(columns).substring(0, 12);
  }

  /** The columns with their types, for comparisons and sentences. */
  List<String> shown() {
    List<String> shown = new ArrayList<>(List.of("profile_id (text)"));
    attributes.forEach(
        one -> shown.add(shown(one.id().toLowerCase(Locale.ROOT), one.dataType().label())));
    return shown;
  }

  static String shown(String name, String type) {
    return name + " (" + type + ")";
  }

  /** What the SQL files name. */
  Map<String, Object> names() {
    Map<String, Object> names = new HashMap<>();
    names.put("wide", Identifiers.quote(table()));
    names.put("columns", attributes.stream().map(WideColumns::column).toList());
    names.put("lists", ids(attributes.stream().filter(WideColumns::isList).toList()));
    names.put(
        "several",
        ids(attributes.stream().filter(one -> isList(one) || isTextOfQuery(one)).toList()));
    return names;
  }

  private static Map<String, String> column(CompiledAttribute attribute) {
    return Map.of(
        "id", Identifiers.text(attribute.id()),
        "name", Identifiers.quote(attribute.id()),
        "type", attribute.dataType().label());
  }

  private static boolean isList(CompiledAttribute attribute) {
    return attribute.type() == AttributeType.LIST;
  }

  /** A query may give several values, which are a list then. */
  private static boolean isTextOfQuery(CompiledAttribute attribute) {
    return attribute.isCustom() && attribute.dataType() == ValueType.TEXT;
  }

  private static String ids(List<CompiledAttribute> some) {
    return some.isEmpty()
        ? null
        : some.stream().map(one -> Identifiers.text(one.id())).collect(Collectors.joining(", "));
  }
}
