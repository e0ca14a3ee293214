package io.tributary.attributes;

import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.StatementBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first and the last transaction: whose attributes are due, and the histories. */
final class AttributeWrites {
  private final StageContext context;
  private final AttributeDefinitions definitions;

  AttributeWrites(StageContext context, AttributeDefinitions definitions) {
    this.context = context;
    this.definitions = definitions;
  }

  /** Which profiles there are, and which are due. */
  StatementBatch profiles() {
    RunPlan plan = context.plan();
    Duration maxAge = plan.project().attributes().maxAge();
    String oldest = StageContext.timestamp(plan.plannedAt().minus(maxAge));
    Map<String, Object> names =
        Map.of(
            "base",
            context.render("attributes/base.sql"),
            "attributes",
            !definitions.all().isEmpty());
    return new StatementBatch(
        List.of(
            context.render("attributes/create_int_attribute_profiles.sql"),
            context.render("attributes/int_attribute_profiles.sql", names),
            context.render("attributes/create_int_attribute_values.sql")),
        Map.of("run", context.run(), "oldest", oldest));
  }

  /**
   * Supersedes what is calculated anew or gone, and writes what was calculated.
   *
   * @param asText the attributes that are compared as text
   * @param flipped those of them that were not before
   */
  StatementBatch results(Set<String> asText, Set<String> flipped) {
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of("profile_attributes", "attribute_profiles", "attribute_definitions")) {
      statements.add(context.render("attributes/delete_rows.sql", Map.of("table", table)));
      statements.add(context.render("attributes/reopen_rows.sql", Map.of("table", table)));
    }
    List<CompiledAttribute> kept =
        definitions.kept().stream().filter(one -> !flipped.contains(one.id())).toList();
    statements.add(context.render("attributes/supersede_values.sql", kept(kept)));
    statements.add(context.render("attributes/profile_attributes.sql"));
    statements.add(context.render("attributes/supersede_profiles.sql"));
    statements.add(context.render("attributes/attribute_profiles.sql"));
    statements.addAll(ofDefinitions(asText));
    return new StatementBatch(
        statements,
        Map.of(
            "run",
            context.run(),
            "planned_at",
            StageContext.timestamp(context.plan().plannedAt())));
  }

  private List<String> ofDefinitions(Set<String> asText) {
    List<CompiledAttribute> same =
        definitions.kept().stream()
            .filter(one -> asText.contains(one.id()) == definitions.wasText(one.id()))
            .toList();
    List<String> statements = new ArrayList<>();
    statements.add(context.render("attributes/supersede_definitions.sql", kept(same)));
    List<Map<String, String>> others =
        definitions.all().stream()
            .filter(one -> !same.contains(one))
            .map(one -> definition(one, asText))
            .toList();
    if (!others.isEmpty()) {
      statements.add(
          context.render("attributes/insert_definitions.sql", Map.of("definitions", others)));
    }
    return statements;
  }

  private static Map<String, String> definition(CompiledAttribute one, Set<String> asText) {
    return Map.of(
        "id", Identifiers.text(one.id()),
        "type", Identifiers.text(one.type().label()),
        "data_type", Identifiers.text(one.dataType().label()),
        "is_text", asText.contains(one.id()) ? "1" : "0",
        "definition", Identifiers.text(one.fingerprint()));
  }

  private static Map<String, Object> kept(List<CompiledAttribute> attributes) {
    Map<String, Object> names = new HashMap<>();
    names.put(
        "kept",
        attributes.isEmpty()
            ? null
            : attributes.stream()
                .map(one -> Identifiers.text(one.id()))
                .collect(Collectors.joining(", ")));
    return names;
  }
}
