package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A long sentence as lines that fit the screen; one line where the output is no screen. */
final class Wrapped {
  private Wrapped() {}

  /**
   * Breaks between words.
   *
   * @param indent what each line but the first begins with
   */
  static List<String> lines(String sentence, String indent, Terminal terminal) {
    if (!terminal.isScreen()) {
      return List.of(sentence);
    }
    List<String> lines = new ArrayList<>();
    String rest = sentence;
    int width = terminal.columns().orElseThrow();
    while (rest.length() > width) {
      int end = rest.lastIndexOf(' ', width);
      if (end <= indent.length()) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = indent + rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }
}
