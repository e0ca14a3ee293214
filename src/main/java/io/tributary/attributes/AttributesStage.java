package io.tributary.attributes;

import io.tributary.run.NumberedParts;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calculates the attributes of the profiles that are due, and those that changed of all. */
public final class AttributesStage implements Stage {
  public static final String NAME = "attributes";

  /** More than any project needs: an attribute is in at most three of them. */
  private static final int MOST_PARTS = 1_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return NumberedParts.of(MOST_PARTS, context -> new AttributeCalculation(context)::batch);
  }

  @Override
  public StageResult finish(StageContext context) {
    AttributeCalculation calculation = new AttributeCalculation(context).finished();
    AttributeDefinitions definitions = calculation.definitions();
    Rows due = context.query("attributes/due.sql", Map.of());
    Rows counts = context.query("attributes/counts.sql", Map.of());
    String note =
        "%,d attributes of %,d profiles: %,d are new or changed and %,d gone, %,d profiles were due."
            .formatted(
                definitions.all().size(),
                due.number(0, 0),
                definitions.changed().size(),
                definitions.removed(),
                due.number(0, 1));
    Map<String, Long> cut = new WideRows(context).cutLists();
    List<String> warnings = new ArrayList<>(new WideTable(context).warnings());
    cut.forEach((id, profiles) -> warnings.add(cut(id, profiles)));
    return new StageResult(
        due.number(0, 0),
        counts.number(0, 0),
        0,
        note
            + counted(" Values that are no numbers were left out: ", calculation.wrong())
            + counted(" Lists longer than the wide table's 60 kB, by profiles: ", cut),
        warnings,
        List.of());
  }

  private static String cut(String id, long profiles) {
    return "The list of %s is longer than 60 kB for %,d profiles: there profile_attributes_wide has only its first values, profile_attributes has all."
        .formatted(id, profiles);
  }

  private static String counted(String what, Map<String, Long> byAttribute) {
    String counts =
        byAttribute.entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .map(one -> "%,d of %s".formatted(one.getValue(), one.getKey()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : what + counts + ".";
  }
}
