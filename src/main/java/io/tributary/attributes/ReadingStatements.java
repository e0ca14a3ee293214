package io.tributary.attributes;

import io.tributary.attributes.Readings.Taken;
import io.tributary.config.AttributeType;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The SQL that makes a table of readings, and attributes of it. */
final class ReadingStatements {
  /** So many attributes are surely less than a statement's 100 kB. */
  private static final int MOST_AT_ONCE = 40;

  private final StageContext context;
  private final Readings readings;
  private final List<Taken> scalars;
  private final List<Taken> distinct;

  ReadingStatements(StageContext context, Readings readings) {
    this(context, readings, readings.taken().stream().filter(one -> !one.isArray()).toList());
  }

  private ReadingStatements(StageContext context, Readings readings, List<Taken> own) {
    this.context = context;
    this.readings = readings;
    this.scalars = own.stream().filter(ReadingStatements::isScalar).toList();
    this.distinct =
        own.stream().filter(one -> one.attribute().type().isOfDistinctValues()).toList();
  }

  /** The statements that read the elements of an attribute's arrays instead of events. */
  static ReadingStatements ofElements(StageContext context, Readings elements) {
    return new ReadingStatements(context, elements, elements.taken());
  }

  private static boolean isScalar(Taken one) {
    return !one.attribute().type().isOfDistinctValues() || one.weight().isPresent();
  }

  /**
   * Reads all events once.
   *
   * @param isDueOnly whether only events of profiles that are due
   */
  List<String> readEvents(boolean isDueOnly) {
    Map<String, Object> events =
        Map.of("base", context.render("attributes/base.sql"), "due_only", isDueOnly);
    Map<String, Object> names = names();
    names.put("event_weight", null);
    names.put("filter", null);
    names.put("rows", render("profile_events", events));
    return List.of(render("create_int_readings", names), render("int_readings", names));
  }

  /**
   * Reads the elements of a column of arrays.
   *
   * @param arrays the table of readings with the arrays, and what is taken of them
   */
  List<String> readElements(Readings arrays, Taken array) {
    Map<String, Object> names = names();
    String places = readings.table().replace("elements", "places");
    names.put("arrays", arrays.table());
    names.put("array", array.value().text());
    names.put("places", places);
    names.put("digits", IntStream.range(0, 10).boxed().toList());
    names.put("event_weight", array.weight().map(Reading::number).orElse(null));
    names.put("wrong_weight", array.weight().map(Reading::wrong).orElse(null));
    names.put(
        "filter",
        array.attribute().elements().flatMap(CompiledAttribute.Elements::filter).orElse(null));
    names.put("rows", render("array_elements", names));
    return List.of(
        render("create_int_places", names),
        render("int_places", names),
        render("create_int_readings", names),
        render("int_readings", names));
  }

  /** One row per profile, of the attributes that have one value. */
  List<String> calculateScalars() {
    List<String> statements = new ArrayList<>();
    for (int chunk = 0; chunk < chunks(scalars).size(); chunk++) {
      Map<String, Object> names = names();
      List<Taken> some = chunks(scalars).get(chunk);
      names.put("scalars", scalars(chunk));
      names.put("attributes", places(some, Set.of()));
      names.put("picks", some.stream().anyMatch(one -> isPicked(one.attribute())));
      statements.add(render("create_int_scalars", names));
      statements.add(render("int_scalars", names));
    }
    return statements;
  }

  /**
   * How many values of each attribute are no numbers, though they should be; only of attributes of
   * which some could be. The scalars have to be there.
   */
  Map<String, Long> wrongNumbers() {
    Map<String, Long> wrong = new LinkedHashMap<>();
    for (int chunk = 0; chunk < chunks(scalars).size(); chunk++) {
      List<Taken> some = chunks(scalars).get(chunk);
      Rows counts =
          context.query(
              "attributes/wrong.sql",
              Map.of("scalars", scalars(chunk), "attributes", places(some, Set.of())));
      for (int at = 0; at < some.size(); at++) {
        wrong.put(some.get(at).attribute().id(), counts.number(0, at));
      }
    }
    return wrong;
  }

  /**
   * Values of all attributes.
   *
   * @param asText those that are compared as text
   * @param without those that are left out
   */
  List<String> values(Set<String> asText, Set<String> without) {
    List<String> statements = new ArrayList<>();
    for (int chunk = 0; chunk < chunks(scalars).size(); chunk++) {
      List<Map<String, Object>> some =
          places(chunks(scalars).get(chunk), asText).stream()
              .filter(one -> one.get("column") != null && !without.contains(one.get("name")))
              .toList();
      if (!some.isEmpty()) {
        Map<String, Object> names = names();
        names.put("scalars", scalars(chunk));
        names.put("attributes", some);
        statements.add(render("scalar_values", names));
      }
    }
    for (List<Taken> some : chunks(distinct)) {
      Map<String, Object> names = names();
      names.put("attributes", places(some, Set.of()));
      statements.add(render("distinct_values", names));
    }
    return statements;
  }

  private static boolean isPicked(CompiledAttribute attribute) {
    return attribute.compares() || happens(attribute);
  }

  private static boolean happens(CompiledAttribute attribute) {
    return attribute.type() == AttributeType.FIRST || attribute.type() == AttributeType.LAST;
  }

  private static List<Map<String, Object>> places(List<Taken> some, Set<String> asText) {
    return IntStream.range(0, some.size())
        .mapToObj(at -> place(some.get(at), at + 1, asText))
        .toList();
  }

  private static Map<String, Object> place(Taken taken, int place, Set<String> asText) {
    CompiledAttribute attribute = taken.attribute();
    AttributeType type = attribute.type();
    Map<String, Object> names = new HashMap<>();
    names.put("place", place);
    names.put("name", attribute.id());
    names.put("id", Identifiers.text(attribute.id()));
    names.put("text", taken.value().text());
    names.put("number", taken.value().number());
    names.put("weight", taken.weight().map(Reading::number).orElse(null));
    names.put("wrong", taken.weight().orElse(taken.value()).wrong());
    names.put("sums", attribute.sums());
    names.put("averages", type == AttributeType.AVG);
    names.put("weighs", type.isWeighted());
    names.put("compares", attribute.compares());
    names.put("happens", happens(attribute));
    names.put("is_any", type == AttributeType.VALUE);
    names.put(
        "extreme", Set.of(AttributeType.MAX, AttributeType.LAST).contains(type) ? "max" : "min");
    names.put("lists", type == AttributeType.LIST);
    names.put("counts", type == AttributeType.NUM_OF_UNIQUE);
    names.put("direction", type == AttributeType.MOST_FREQUENT ? "desc" : "asc");
    boolean isNumeric = attribute.compares() && !asText.contains(attribute.id());
    names.put("column", type.isWeighted() ? null : (isNumeric ? "numeric_" : "value_") + place);
    return names;
  }

  private Map<String, Object> names() {
    Map<String, Object> names = new HashMap<>();
    names.put("readings", readings.table());
    names.put("columns", readings.placeholders());
    return names;
  }

  private String render(String file, Map<String, Object> names) {
    return context.render("attributes/" + file + ".sql", names);
  }

  private String scalars(int chunk) {
    return readings.table() + "_scalars_" + (chunk + 1);
  }

  private static List<List<Taken>> chunks(List<Taken> all) {
    List<List<Taken>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      chunks.add(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
    }
    return chunks;
  }
}
