package io.tributary.attributes;

import io.tributary.run.Resets;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's attributes, and what the last run that calculated attributes knew of them. */
final class AttributeDefinitions {
  private final Map<String, CompiledAttribute> attributes = new LinkedHashMap<>();
  private final Map<String, Before> before = new HashMap<>();
  private final boolean isReset;

  AttributeDefinitions(StageContext context) {
    var compiler = new AttributeCompiler(context.plan());
    context
        .plan()
        .project()
        .attributes()
        .definitions()
        .forEach(rule -> attributes.put(rule.id(), compiler.compile(rule)));
    isReset = Resets.isDue(context, AttributesStage.NAME);
    Rows known = context.query("attributes/definitions.sql", Map.of());
    for (int row = 0; row < known.size(); row++) {
      before.put(
          known.text(row, 0).orElseThrow(),
          new Before(known.text(row, 1).orElseThrow(), known.number(row, 2) == 1));
    }
  }

  private record Before(String fingerprint, boolean isText) {}

  List<CompiledAttribute> all() {
    return List.copyOf(attributes.values());
  }

  CompiledAttribute of(String id) {
    return attributes.get(id);
  }

  /** Those that are new, defined otherwise than before, or reset. */
  List<CompiledAttribute> changed() {
    return all().stream().filter(attribute -> !isKept(attribute)).toList();
  }

  /** Those that are defined as before. */
  List<CompiledAttribute> kept() {
    return all().stream().filter(this::isKept).toList();
  }

  /** Whether the attribute's values were compared as text before. */
  boolean wasText(String id) {
    return before.containsKey(id) && before.get(id).isText();
  }

  /** How many attributes were there before and are no more. */
  long removed() {
    return before.keySet().stream().filter(id -> !attributes.containsKey(id)).count();
  }

  private boolean isKept(CompiledAttribute attribute) {
    return !isReset
        && before.containsKey(attribute.id())
        && before.get(attribute.id()).fingerprint().equals(attribute.fingerprint());
  }
}
