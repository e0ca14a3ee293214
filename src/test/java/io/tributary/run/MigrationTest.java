package io.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.warehouse.SqlTemplates;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final SqlTemplates SQL = new SqlTemplates();

  @Test
  void listsEveryFileOfTheFolderInTheOrderOfItsNumber() throws IOException, URISyntaxException {
    Path folder = Path.of(getClass().getResource("/io/tributary/run/migrations").toURI());
    List<Migration> listed =
        Migrations.FILES.stream().map(file -> Migration.of(file, SQL)).toList();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> "run/migrations/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(Migrations.FILES);
    }
    assertThat(listed.stream().map(Migration::version).toList()).isSorted().doesNotHaveDuplicates();
    assertThat(listed.stream().map(Migration::checksum).collect(Collectors.toSet()))
        .hasSameSizeAs(listed);
  }

  @Test
  void readsNumberAndNameFromTheFile() {
    Migration third = Migration.of("run/migrations/0003_runs.sql", SQL);

    assertThat(third.version()).isEqualTo(3);
    assertThat(third.name()).isEqualTo("runs");
    assertThat(third.label()).isEqualTo("0003_runs");
  }

  @Test
  void countsTheTextWhateverItsLineEnds() {
    assertThat(Migration.checksum("create\r\n  table\r\n"))
        .isEqualTo(Migration.checksum("create\n  table\n"))
        .isNotEqualTo(Migration.checksum("create\n table\n"));
  }

  @Test
  void takesNoFileWithoutANumber() {
    assertThatThrownBy(() -> Migration.of("run/create_view.sql", SQL))
        .hasMessageContaining("0001_what_it_does.sql");
  }
}
