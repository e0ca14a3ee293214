package io.tributary.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectReaderEncodingTest {
  private static final String GOOD =
      """
      # Café
      project: shop
      sources: {orders: {kind: conversions}, visits: {kind: session_sources}}
      """;

  @Test
  void readsUtf8() {
    assertThat(problems(GOOD.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void passesOverAByteOrderMark() {
    String marked = "\uFEFF" + GOOD;

    assertThat(problems(marked.getBytes(UTF_8))).isEmpty();
    assertThat(ProjectReader.read("shop.yaml", marked).problems()).isEmpty();
  }

  @Test
  void readsLinesThatEndInCrLf() {
    assertThat(problems(GOOD.replace("\n", "\r\n").getBytes(UTF_8))).isEmpty();
  }

  @Test
  void saysWhenTheFileIsUtf16() {
    for (Charset charset : List.of(UTF_16, UTF_16BE, UTF_16LE)) {
      assertThat(problems(GOOD.getBytes(charset)))
          .containsExactly("shop.yaml: The file is UTF-16; save it as UTF-8.");
    }
  }

  @Test
  void saysInWhichLineTheFileIsNotUtf8() {
    assertThat(problems(("project: shop\n" + GOOD).getBytes(ISO_8859_1)))
        .containsExactly(
            "shop.yaml:2: The byte 0xE9 is not UTF-8, as in a file of Latin-1; save it as UTF-8.");
  }

  @Test
  void saysWhichControlCharacterIsNotAllowed() {
    assertThat(problems((GOOD + "timezone: U\u0007TC\n").getBytes(UTF_8)))
        .containsExactly("shop.yaml:4: The character U+0007 is not allowed here; remove it.");
  }

  @Test
  void refusesAFileThatIsFarTooLarge() {
    byte[] bytes = ("#" + "x".repeat(1_000_000)).getBytes(UTF_8);

    assertThat(problems(bytes))
        .containsExactly(
            "shop.yaml: The file is larger than 1 MB, which no project file is; name the right"
                + " file.");
  }

  @Test
  void saysThatAFileOfNoBytesIsEmpty() {
    assertThat(problems(new byte[0]))
        .containsExactly(
            "shop.yaml: The file is empty; write at least `project` and `sources` into it.");
  }

  /** Unfolded it would be 100 million values, which no heap holds. */
  @Test
  void unfoldsAliasesNoFurtherThanItsLimit() {
    StringBuilder bomb = new StringBuilder("a: &a [" + "x,".repeat(100_000) + "x]\n");
    for (char name = 'b'; name <= 'f'; name++) {
      String below = "*" + (char) (name - 1);
      bomb.append(
          "%s: &%s [%s]\n".formatted(name, name, String.join(", ", below, below, below, below)));
    }

    assertThat(problems(bomb.toString().getBytes(UTF_8)))
        .containsExactly("shop.yaml:1: The aliases unfold to more than 10000 values; write fewer.");
  }

  private static List<String> problems(byte[] bytes) {
    return ProjectReader.read("shop.yaml", bytes).problems().stream()
        .map(Problem::toString)
        .toList();
  }
}
