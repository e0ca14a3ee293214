package io.tributary.attributes;

import io.tributary.attributes.Readings.Taken;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one run calculates: attributes that changed for all profiles, the others for those that are
 * due. Each transaction is found once those before it are done, so that it can look at what they
 * left. Every call of a run finds the same. Not safe for use by several threads.
 */
final class AttributeCalculation {
  private static final int LONGEST_READING = 60_000;

  private final StageContext context;
  private final AttributeDefinitions definitions;
  private final Queue<Supplier<List<StatementBatch>>> ahead = new ArrayDeque<>();
  private final List<StatementBatch> batches = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Long> wrong = new LinkedHashMap<>();
  private final Set<String> asText = new HashSet<>();
  private final Set<String> flipped = new LinkedHashSet<>();
  private boolean isAllDue;

  AttributeCalculation(StageContext context) {
    this.context = context;
    this.definitions = new AttributeDefinitions(context);
    ahead.add(() -> List.of(new AttributeWrites(context, definitions).profiles()));
    ahead.add(this::readings);
    ahead.add(this::values);
    ahead.add(this::readFlipped);
    ahead.add(this::valuesOfFlipped);
    ahead.add(this::customValues);
    ahead.add(() -> List.of(new AttributeWrites(context, definitions).results(asText, flipped)));
    ahead.add(() -> new WideRows(context).tidy());
    ahead.add(() -> new WideRows(context).write(isAsBefore()));
  }

  /**
   * A table of readings and the statements over it.
   *
   * @param array where it has elements: what they are of
   */
  private record Table(
      Readings readings, ReadingStatements sql, boolean isDueOnly, Optional<Taken> array) {}

  /** The transaction of this number; empty after the last. */
  Optional<StatementBatch> batch(int number) {
    while (batches.size() <= number && !ahead.isEmpty()) {
      batches.addAll(ahead.remove().get());
    }
    return number < batches.size() ? Optional.of(batches.get(number)) : Optional.empty();
  }

  /** Goes over all that was done, once it is. */
  AttributeCalculation finished() {
    batch(Integer.MAX_VALUE - 1);
    return this;
  }

  AttributeDefinitions definitions() {
    return definitions;
  }

  /** How many values of each attribute are no numbers though they should be. */
  Map<String, Long> wrong() {
    return wrong;
  }

  /** Whether profiles that are not due have the values that they had. */
  private boolean isAsBefore() {
    return !isAllDue && definitions.changed().isEmpty() && flipped.isEmpty();
  }

  private List<StatementBatch> readings() {
    Rows due = context.query("attributes/due.sql", Map.of());
    isAllDue = due.number(0, 0) == due.number(0, 1);
    List<StatementBatch> read = new ArrayList<>();
    read.addAll(read("readings", isAllDue ? definitions.all() : definitions.changed(), false));
    if (!isAllDue && due.number(0, 1) > 0) {
      read.addAll(read("due_readings", definitions.kept(), true));
    }
    return read;
  }

  private List<StatementBatch> read(
      String name, List<CompiledAttribute> attributes, boolean isDueOnly) {
    List<StatementBatch> batches = new ArrayList<>();
    int number = 0;
    for (Readings readings : split("int_" + name, attributes)) {
      var sql = new ReadingStatements(context, readings);
      tables.add(new Table(readings, sql, isDueOnly, Optional.empty()));
      List<String> statements = new ArrayList<>(sql.readEvents(isDueOnly));
      statements.addAll(sql.calculateScalars());
      batches.add(Refusals.ofExpressions(new StatementBatch(statements, Map.of()), readings));
      for (Taken array : readings.taken().stream().filter(Taken::isArray).toList()) {
        String table = "int_" + name + "_elements_" + ++number;
        batches.add(elements(table, readings, array, isDueOnly));
      }
    }
    return batches;
  }

  private StatementBatch elements(String table, Readings arrays, Taken array, boolean isDueOnly) {
    Readings readings = Readings.ofElements(table, array.attribute(), array.weight().isPresent());
    var sql = ReadingStatements.ofElements(context, readings);
    tables.add(new Table(readings, sql, isDueOnly, Optional.of(array)));
    List<String> statements = new ArrayList<>(sql.readElements(arrays, array));
    statements.addAll(sql.calculateScalars());
    return Refusals.ofExpressions(new StatementBatch(statements, Map.of()), readings);
  }

  /** As many attributes in one pass over the events as a statement's length allows. */
  private static List<Readings> split(String table, List<CompiledAttribute> attributes) {
    List<Readings> tables = new ArrayList<>();
    for (CompiledAttribute attribute : attributes) {
      if (attribute.isCustom()) {
        continue;
      }
      if (tables.isEmpty() || tables.get(tables.size() - 1).length() > LONGEST_READING) {
        tables.add(new Readings(table + "_" + (tables.size() + 1)));
      }
      tables.get(tables.size() - 1).add(attribute);
    }
    return tables;
  }

  private List<StatementBatch> values() {
    for (Table table : tables) {
      table.sql().wrongNumbers().forEach((id, count) -> count(id, count, table.isDueOnly()));
    }
    return valuesOf(tables);
  }

  /** One text among numbers makes an attribute compare as text, for all profiles. */
  private void count(String id, long count, boolean isDueOnly) {
    CompiledAttribute attribute = definitions.of(id);
    if (!attribute.compares()) {
      wrong.put(id, count);
      return;
    }
    boolean wasText = isDueOnly && definitions.wasText(id);
    if (count > 0 || wasText) {
      asText.add(id);
    }
    if (isDueOnly && count > 0 && !wasText) {
      flipped.add(id);
    }
  }

  private List<StatementBatch> valuesOf(List<Table> some) {
    List<StatementBatch> batches = new ArrayList<>();
    for (Table table : some) {
      Set<String> without = table.isDueOnly() ? flipped : Set.of();
      List<String> statements = table.sql().values(asText, without);
      if (!statements.isEmpty()) {
        batches.add(new StatementBatch(statements, Map.of()));
      }
    }
    return batches;
  }

  private List<StatementBatch> readFlipped() {
    List<CompiledAttribute> attributes = flipped.stream().map(definitions::of).toList();
    return read("compared_readings", attributes, false);
  }

  private List<StatementBatch> valuesOfFlipped() {
    return valuesOf(
        tables.stream()
            .filter(table -> table.readings().table().startsWith("int_compared_"))
            .toList());
  }

  /** A query a transaction, so that it is known which one the data fails. */
  private List<StatementBatch> customValues() {
    List<StatementBatch> batches = new ArrayList<>();
    var queries = new CustomQueries(context);
    for (CompiledAttribute attribute : definitions.all()) {
      if (attribute.isCustom()) {
        boolean isDueOnly = !isAllDue && definitions.kept().contains(attribute);
        batches.add(queries.values(attribute.rule(), isDueOnly));
      }
    }
    return batches;
  }
}
