package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tributary.warehouse.PortabilityLint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Redshift documents for its functions and expressions holds on the local warehouse, and on a
 * real one where the environment names it. What DuckDB computes differently is refused by the lint.
 */
class DialectTest {
  private static final String WORKGROUP = "TRIBUTARY_TEST_REDSHIFT_WORKGROUP";
  private static final String DATABASE = "TRIBUTARY_TEST_REDSHIFT_DATABASE";

  @TempDir static Path folder;
  private static WarehouseFixture fixture;

  private record Case(String sql, String expected) {
    static Case of(String line) {
      int arrow = line.lastIndexOf(" =>");
      return new Case(line.substring(0, arrow), line.substring(arrow + 3).strip());
    }
  }

  @BeforeAll
  static void open() {
    fixture = WarehouseFixture.in(folder);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static List<Case> cases(String resource) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DialectTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Case::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> answersAsRedshiftDocuments() {
    return cases("dialect_cases.txt").stream().map(c -> test(fixture.client, c));
  }

  @TestFactory
  Stream<DynamicTest> aRealClusterAnswersTheSame() {
    String workgroup = System.getenv(WORKGROUP);
    String database = System.getenv(DATABASE);
    assumeTrue(
        workgroup != null && database != null,
        "No real cluster is asked: set " + WORKGROUP + " and " + DATABASE);
    DataApiClient remote = DataApiClient.remote(workgroup, database);
    return Stream.concat(cases("dialect_cases.txt").stream(), cases("dialect_refused.txt").stream())
        .map(c -> test(remote, c))
        .onClose(remote::close);
  }

  @TestFactory
  Stream<DynamicTest> whatDiffersIsRefusedByTheLint() {
    return cases("dialect_refused.txt").stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.sql(), () -> assertThat(PortabilityLint.check(c.sql())).isNotEmpty()));
  }

  private static DynamicTest test(DataApiClient client, Case c) {
    return DynamicTest.dynamicTest(
        c.sql(), () -> assertThat(client.value(c.sql())).isEqualTo(c.expected()));
  }
}
