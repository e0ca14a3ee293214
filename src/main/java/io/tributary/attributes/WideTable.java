package io.tributary.attributes;

import io.tributary.config.AttributeType;
import io.tributary.expression.ValueType;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The view {@code profile_attributes_wide}: a column per attribute. */
public final class WideTable {
  private static final String NAME = "profile_attributes_wide";

  private final StageContext context;
  private final List<CompiledAttribute> attributes;
  private final List<String> columns;

  public WideTable(StageContext context) {
    this.context = context;
    var compiler = new AttributeCompiler(context.plan());
    this.attributes =
        context.plan().project().attributes().definitions().stream()
            .map(compiler::compile)
            .toList();
    this.columns = columns(context);
  }

  /**
   * Statements that belong into the transaction which makes the run live: none where the columns
   * are those that users see already.
   */
  public static List<String> statements(StageContext context) {
    return context.plan().project().identity().isEmpty()
        ? List.of()
        : new WideTable(context).statements();
  }

  /** Says which columns users will see come and go. */
  List<String> warnings() {
    if (columns.isEmpty() || columns.equals(wanted())) {
      return List.of();
    }
    return List.of(
        "The columns of %s change with this run to %s."
            .formatted(NAME, String.join(", ", wanted())));
  }

  private List<String> statements() {
    long changes = context.query("attributes/changed_since_live.sql", Map.of()).number(0, 0);
    if (changes == 0 && columns.equals(wanted())) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    Map<String, String> name = Map.of("table", Identifiers.quote(NAME));
    statements.add(context.render("run/drop_view.sql", name));
    statements.add(context.render("attributes/create_profile_attributes_wide.sql", names()));
    return statements;
  }

  private Map<String, Object> names() {
    Map<String, Object> names = new HashMap<>();
    names.put("columns", attributes.stream().map(WideTable::column).toList());
    names.put("lists", ids(attributes.stream().filter(WideTable::isList).toList()));
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

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>(List.of("profile_id (text)"));
    attributes.forEach(
        one -> wanted.add(shown(one.id().toLowerCase(Locale.ROOT), one.dataType().label())));
    return wanted;
  }

  private static List<String> columns(StageContext context) {
    Rows rows =
        context
            .warehouse()
            .query(
                "wide columns",
                context.render("attributes/wide_columns.sql"),
                Map.of("schema", context.plan().project().schema()));
    List<String> columns = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      columns.add(shown(rows.text(row, 0).orElseThrow(), label(rows.text(row, 1).orElseThrow())));
    }
    return columns;
  }

  private static String shown(String name, String type) {
    return name + " (" + type + ")";
  }

  /** The warehouse's name of a type in ours. */
  private static String label(String stored) {
    return switch (stored.split("[ (]", 2)[0]) {
      case "double" -> ValueType.NUMBER.label();
      case "bigint" -> ValueType.INTEGER.label();
      case "varchar", "character" -> ValueType.TEXT.label();
      default -> stored.split("[ (]", 2)[0];
    };
  }
}
