package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.warehouse.PortabilityLint;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every SQL file of the pipeline means the same on Redshift and on the local warehouse. */
class SqlFilesLintTest {
  /** Written for DuckDB alone. */
  private static final String FUNCTIONS = "local/warehouse/redshift/";

  @TestFactory
  Stream<DynamicTest> isPortable() {
    return SqlFiles.onTheClassPath().entrySet().stream()
        .filter(file -> !file.getKey().startsWith(FUNCTIONS))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        assertThat(
                                PortabilityLint.check(
                                    SqlFiles.withoutPlaceholders(file.getValue())))
                            .isEmpty()));
  }

  @Test
  void findsTheFilesOfTheClassPath() {
    String functions = FUNCTIONS + "times.sql";
    assertThat(SqlFiles.onTheClassPath()).containsKey(functions);
    assertThat(PortabilityLint.check(SqlFiles.onTheClassPath().get(functions))).isNotEmpty();
  }

  @Test
  void readsATemplateWithEveryBranch() {
    String template =
        "{! why !}select {#if days}a{#else}b{/if} from {work}.{table.name} where '{x'";

    assertThat(SqlFiles.withoutPlaceholders(template))
        .isEqualTo("select ab from placeholder.placeholder where '{x'");
  }
}
