package io.tributary.identity;

import io.tributary.config.EventColumns;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.run.StageContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of identity with a run's types of identifiers filled in. */
final class IdentityStatements {
  private final StageContext context;
  private final List<IdentifierRule> rules;

  IdentityStatements(StageContext context) {
    this.context = context;
    this.rules = context.plan().project().identity().map(Identity::byPriority).orElseThrow();
  }

  String render(String name) {
    return render(name, Map.of());
  }

  String render(String name, Map<String, ?> more) {
    Map<String, Object> names = new HashMap<>(more);
    names.put("types", IntStream.range(0, rules.size()).mapToObj(this::type).toList());
    names.put("numbers", numbers());
    return context.render("identity/" + name + ".sql", names);
  }

  /** A working table: its definition, then its rows. */
  List<String> table(String name) {
    return List.of(render("create_" + name), render(name));
  }

  private String numbers() {
    return IntStream.rangeClosed(1, rules.size())
        .mapToObj(place -> "number_" + place)
        .collect(Collectors.joining(", "));
  }

  private Map<String, Object> type(int place) {
    Map<String, Object> type = new HashMap<>();
    type.put("name", sqlText(rules.get(place).name()));
    type.put("blocked", blocked(rules.get(place), "identifier_" + (place + 1)));
    return type;
  }

  /** The condition under which a value is blocked; null where none is. */
  private static String blocked(IdentifierRule rule, String column) {
    List<String> conditions = new ArrayList<>();
    if (!rule.blockedValues().isEmpty()) {
      conditions.add(
          rule.blockedValues().stream()
              .map(EventColumns::literal)
              .collect(Collectors.joining(", ", column + " in (", ")")));
    }
    for (String pattern : rule.blockedPatterns()) {
      conditions.add("regexp_instr(" + column + ", " + sqlText(pattern) + ") > 0");
    }
    return conditions.isEmpty() ? null : String.join(" or ", conditions);
  }

  private static String sqlText(String text) {
    return io.tributary.warehouse.Identifiers.text(text);
  }
}
