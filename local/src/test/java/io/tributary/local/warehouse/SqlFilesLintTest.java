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
  private static final String FUNCTIONS = "local/warehouse/redshift_compat.sql";

  @TestFactory
  Stream<DynamicTest> isPortable() {
    return SqlFiles.onTheClassPath().entrySet().stream()
        .filter(file -> !file.getKey().equals(FUNCTIONS))
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
    assertThat(SqlFiles.onTheClassPath()).containsKey(FUNCTIONS);
    assertThat(PortabilityLint.check(SqlFiles.onTheClassPath().get(FUNCTIONS))).isNotEmpty();
  }

  @Test
  void readsATemplateWithEveryBranch() {
    String template =
        "{! why !}select {#if days}a{#else}b{/if} from {work}.{table.name} where '{x'";

    assertThat(SqlFiles.withoutPlaceholders(template))
        .isEqualTo("select ab from placeholder.placeholder where '{x'");
  }
}
