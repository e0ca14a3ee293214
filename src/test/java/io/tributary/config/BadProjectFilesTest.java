package io.tributary.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code bad-files.txt}: a name after {@code ####}, a file, and a problem after each {@code =>}.
 */
class BadProjectFilesTest {
  private static final String EXPECTED = "=> ";

  record BadFile(String name, String text, List<String> problems) {
    static BadFile of(String section) {
      List<String> lines = section.lines().toList();
      return new BadFile(
          lines.get(0),
          lines.stream()
              .skip(1)
              .filter(line -> !line.startsWith(EXPECTED))
              .map(line -> line + "\n")
              .collect(joining()),
          lines.stream()
              .filter(line -> line.startsWith(EXPECTED))
              .map(line -> line.substring(EXPECTED.length()))
              .toList());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BadFile> badFiles() throws IOException {
    try (var in = BadProjectFilesTest.class.getResourceAsStream("bad-files.txt")) {
      String table = new String(in.readAllBytes(), UTF_8);
      return Arrays.stream(table.split("(?m)^#### "))
          .filter(section -> !section.isEmpty())
          .map(BadFile::of);
    }
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void saysEveryProblemWithItsLineAndMend(BadFile bad) {
    ProjectFile file = ProjectReader.read("tributary.yaml", bad.text());

    assertThat(file.problems())
        .allMatch(problem -> problem.file().equals("tributary.yaml"))
        .map(problem -> problem.line() + ": " + problem.message())
        .isEqualTo(bad.problems());
    assertThat(file.project()).isEmpty();
  }
}
