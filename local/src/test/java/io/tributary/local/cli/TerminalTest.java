package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.Terminal.Colour;
import io.tributary.local.cli.Terminal.Glyphs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

  @Test
  void showsNoColourInAPipe() {
    Terminal terminal = terminal(XTERM, null);

    assertThat(terminal.isScreen()).isFalse();
    assertThat(terminal.colour()).isEqualTo(Colour.OFF);
  }

  @Test
  void showsColourOnAScreen() {
    assertThat(terminal(XTERM, "120").colour()).isEqualTo(Colour.ON);
    assertThat(terminal(XTERM, "120").columns()).hasValue(120);
  }

  @Test
  void honoursNoColorAndADumbTerminal() {
    assertThat(terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), "80").colour())
        .isEqualTo(Colour.OFF);
    assertThat(terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), "80").colour())
        .isEqualTo(Colour.ON);
    assertThat(terminal(Map.of("TERM", "dumb"), "80").colour()).isEqualTo(Colour.OFF);
  }

  @Test
  void takesEightyColumnsWhereTheScreenDoesNotSay() {
    assertThat(terminal(XTERM, "").columns()).hasValue(80);
    assertThat(terminal(XTERM, "0").columns()).hasValue(80);
  }

  @Test
  void asksTheLocaleForItsGlyphs() {
    assertThat(terminal(Map.of(), null).glyphs()).isEqualTo(Glyphs.UNICODE);
    assertThat(terminal(Map.of("LANG", "de_DE.UTF-8"), null).glyphs()).isEqualTo(Glyphs.UNICODE);
    assertThat(terminal(Map.of("LANG", "C"), null).glyphs()).isEqualTo(Glyphs.ASCII);
    assertThat(terminal(Map.of("LANG", "C", "LC_ALL", "C.utf8"), null).glyphs())
        .isEqualTo(Glyphs.UNICODE);
  }

  private static Terminal terminal(Map<String, String> environment, String columns) {
    return Terminal.of(System.out, System.err, environment, columns);
  }
}
