package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.functions.Environment.Variable;
import io.tributary.step.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/functions.md");

  @Test
  void namesEveryMetric() throws IOException {
    String page = Files.readString(PAGE);

    for (Figure figure : Figure.values()) {
      assertThat(page).contains("`" + MetricLines.name(figure) + "`");
    }
    assertThat(Figure.values()).extracting(MetricLines::name).doesNotHaveDuplicates();
  }

  @Test
  void namesEveryVariable() throws IOException {
    String page = Files.readString(PAGE);

    for (Variable variable : Variable.values()) {
      assertThat(page).contains("`" + variable.name() + "`");
    }
  }
}
