package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;

/** A channel's name as a report shows it: on one line and not longer than its column may be. */
final class ChannelName {
  private static final int LONGEST = 20;

  private ChannelName() {}

  static String shown(String name, Terminal terminal) {
    String line = name.replaceAll("\\p{Cntrl}", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
    return start + (terminal.isUnicode() ? "…" : "~");
  }
}
