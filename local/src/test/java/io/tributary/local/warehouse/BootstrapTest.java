package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Pipeline;
import io.tributary.error.DataException;
import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import io.tributary.run.Bootstrap;
import io.tributary.run.Bootstrap.Outcome;
import io.tributary.run.Migrations;
import io.tributary.run.PublishedTable;
import io.tributary.run.WarehouseSchema;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import io.tributary.warehouse.WarehouseTarget;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's schemas, tables and views, and how they come to a newer version. */
class BootstrapTest {
  private static final Outcome NOTHING = new Outcome(List.of(), List.of());
  private static final String REASON = "run/later/9001_runs_have_a_reason.sql";
  private static final String BROKEN = "run/later/9001_breaks_the_history.sql";

  @TempDir static Path folder;
  private static WarehouseFixture fixture;
  private static int shops;

  private String shop;

  @BeforeAll
  static void start() {
    fixture = WarehouseFixture.in(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void anotherProject() {
    shop = "shop" + ++shops;
  }

  @Test
  void makesAFreshSchemaInOrderAndWritesDownHow() {
    assertThat(ensure()).isEqualTo(new Outcome(names(Migrations.FILES), List.of()));

    assertThat(
            rows(
                "select lpad(version::varchar, 4, '0') || '_' || name from %s_store.schema_migrations"))
        .isEqualTo(names(Migrations.FILES));
    assertThat(rows("select run from %s_store.live")).containsExactly("0");
    for (PublishedTable table : withViews()) {
      assertThat(rows("select count(*) from %s." + table.name())).containsExactly("0");
    }
  }

  @Test
  void doesNothingWhereEverythingIsAsItShouldBe() {
    ensure();
    String views = viewsBut("");

    assertThat(ensure()).isEqualTo(NOTHING);

    assertThat(viewsBut("")).isEqualTo(views);
    assertThat(rows("select run from %s_store.live")).hasSize(1);
  }

  @Test
  void appliesOnlyWhatIsNewAndLeavesTheViewsAlone() {
    ensure();
    String views = viewsBut("");

    assertThat(ensure(with(REASON)).migrations()).containsExactly("9001_runs_have_a_reason");

    assertThat(rows("select count(reason) from %s_store.runs")).containsExactly("0");
    assertThat(viewsBut("")).isEqualTo(views);
    assertThat(ensure(with(REASON))).isEqualTo(NOTHING);
  }

  @Test
  void refusesASchemaThatANewerVersionMade() {
    ensure(with(REASON));

    assertThatThrownBy(this::ensure)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The schema %s has the migration 9001_runs_have_a_reason, which this version does not know, so a newer one made it; deploy that version or one after it.",
            shop);
  }

  @Test
  void refusesAnAppliedMigrationWhoseFileWasChanged() {
    ensure();
    fixture.client.mustRun(
        "update %s_store.schema_migrations set checksum = 'another' where version = 3"
            .formatted(shop));

    assertThatThrownBy(() -> ensure(with(REASON)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The migration 0003_runs was applied to the schema %s with another text than this version's file has; restore the file and put the change into a new migration.",
            shop);
    assertThat(rows("select count(*) from %s_store.schema_migrations"))
        .containsExactly(Integer.toString(Migrations.FILES.size()));
  }

  @Test
  void takesAMigrationBackWholeWhenItsRowCannotBeWritten() {
    assertThatThrownBy(() -> ensure(with(BROKEN)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The migration 9001_breaks_the_history failed and left nothing")
        .hasMessageEndingWith(
            "such as a missing grant or a table of another origin, and run again.");

    assertThat(rows("select count(checksum) from %s_store.schema_migrations"))
        .containsExactly(Integer.toString(Migrations.FILES.size()));
    assertThat(ensure(with(REASON)).migrations()).containsExactly("9001_runs_have_a_reason");
  }

  @Test
  void takesNoOffenceAtARowThatTwoWrote() {
    ensure();
    String history = shop + "_store.schema_migrations";
    fixture.client.mustRun(
        "insert into %s select * from %s where version = 2".formatted(history, history));

    assertThat(ensure()).isEqualTo(NOTHING);
  }

  @Test
  void doesNotTakeATableOfAnotherOriginForItsOwn() {
    fixture.client.mustRun("create schema " + shop + "_store");
    fixture.client.mustRun("create table " + shop + "_store.runs (distance int)");

    assertThatThrownBy(this::ensure)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The migration 0003_runs failed and left nothing behind");
  }

  @Test
  void goesOnWhereAnotherStopped() {
    List<String> first = Migrations.FILES.subList(0, 5);
    ensure(new WarehouseSchema(List.of(), first));

    List<String> rest = Migrations.FILES.subList(5, Migrations.FILES.size());
    assertThat(ensure().migrations()).isEqualTo(names(rest));
  }

  @Test
  void makesAViewAnewOnlyWhereItsColumnsChanged() {
    ensure();
    String others = viewsBut("channel_reporting");
    var changed = new WarehouseSchema(withoutRoas(), Migrations.FILES);

    assertThat(ensure(changed)).isEqualTo(new Outcome(List.of(), List.of("channel_reporting")));

    assertThat(rows("select count(cpo) from %s.channel_reporting")).containsExactly("0");
    assertThat(fixture.client.run("select roas from %s.channel_reporting".formatted(shop)).error())
        .contains("roas");
    assertThat(viewsBut("channel_reporting")).isEqualTo(others);
    assertThat(ensure(changed)).isEqualTo(NOTHING);
  }

  @Test
  void makesMoreViewsThanATransactionHolds() {
    List<PublishedTable> many = new ArrayList<>();
    for (int copies = 0; copies < 9; copies++) {
      many.addAll(withViews());
    }

    assertThat(2 * many.size()).isGreaterThan(StatementBatch.MOST_STATEMENTS);
    assertThat(ensure(new WarehouseSchema(many, Migrations.FILES)).changedViews()).isEmpty();
  }

  @Test
  void agreesWithAnotherThatBeginsAtTheSameTime() throws Exception {
    var together = new CyclicBarrier(2);
    Callable<Outcome> one =
        () -> {
          together.await();
          return untilNoConflict();
        };
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Outcome>> outcomes = two.invokeAll(List.of(one, one));
      List<String> applied = new ArrayList<>();
      for (Future<Outcome> outcome : outcomes) {
        applied.addAll(outcome.get().migrations());
      }
      assertThat(applied).containsAll(names(Migrations.FILES));
    } finally {
      two.shutdown();
    }
    assertThat(rows("select count(*) from %s_store.schema_migrations"))
        .containsExactly(Integer.toString(Migrations.FILES.size()));
    assertThat(rows("select run from %s_store.live")).containsExactly("0");
    assertThat(ensure()).isEqualTo(NOTHING);
  }

  /** As the state machine retries. */
  private Outcome untilNoConflict() {
    try {
      return ensure();
    } catch (TransientException conflict) {
      return untilNoConflict();
    }
  }

  private Outcome ensure() {
    return ensure(Pipeline.SCHEMA);
  }

  private Outcome ensure(WarehouseSchema schema) {
    var target =
        new WarehouseTarget("dev", Optional.of("local"), Optional.empty(), Optional.empty());
    var warehouse = new Warehouse(fixture.client.sdk(), target);
    return new Bootstrap(warehouse, new SqlTemplates(), schema).ensure(shop);
  }

  private static WarehouseSchema with(String migration) {
    List<String> files = new ArrayList<>(Migrations.FILES);
    files.add(migration);
    return new WarehouseSchema(Pipeline.SCHEMA.published(), files);
  }

  /** The published tables; the report's view lacks its last column. */
  private static List<PublishedTable> withoutRoas() {
    List<PublishedTable> tables = new ArrayList<>(Pipeline.SCHEMA.published());
    PublishedTable report = tables.remove(tables.size() - 1);
    List<String> columns = report.columns().subList(0, report.columns().size() - 1);
    tables.add(new PublishedTable(report.name(), columns));
    return tables;
  }

  private static List<PublishedTable> withViews() {
    return Pipeline.SCHEMA.published().stream()
        .filter(table -> !table.columns().isEmpty())
        .toList();
  }

  private List<String> rows(String sql) {
    return fixture.client.rows(sql.formatted(shop)).stream().map(row -> row.get(0)).toList();
  }

  private static List<String> names(List<String> files) {
    return files.stream().map(file -> file.replaceAll(".*/", "").replace(".sql", "")).toList();
  }

  /** Every view but this one, with its number: one that is made anew gets another. */
  private String viewsBut(String name) {
    try (Connection connection = fixture.warehouse.connection();
        Statement sql = connection.createStatement()) {
      ResultSet views =
          sql.executeQuery(
              "select string_agg(view_name || view_oid, ',' order by view_name) from duckdb_views()"
                  + " where schema_name = '%s' and view_name <> '%s'".formatted(shop, name));
      views.next();
      return views.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
