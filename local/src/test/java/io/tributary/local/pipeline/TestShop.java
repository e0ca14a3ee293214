package io.tributary.local.pipeline;

import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A project folder that a test fills line by line. */
final class TestShop {
  private static final String CONVERSIONS = "conversion_id,user_id,timestamp,revenue";
  private static final String SESSIONS =
      "session_id,user_id,timestamp,channel_name,"
          + "holder_engagement,closer_engagement,impression_interaction";
  private static final List<String> CHANNELS = List.of("Search", "Email", "Display", "Direct");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ProjectFiles files;

  TestShop(Path folder) {
    this.files = new ProjectFiles(folder);
    write(folder.resolve("data/.keep"), "");
  }

  ProjectFiles files() {
    return files;
  }

  /** Lines of {@code conversion_id,user_id,timestamp,revenue}. */
  TestShop conversions(String... lines) {
    return table("raw.conversions.csv", CONVERSIONS, lines);
  }

  /** Lines of {@code session_id,user_id,timestamp,channel_name,holder,closer,impression}. */
  TestShop sessions(String... lines) {
    return table("raw.session_sources.csv", SESSIONS, lines);
  }

  /** Lines of {@code session_id,cost}. */
  TestShop sessionCosts(String... lines) {
    return table("raw.session_costs.csv", "session_id,cost", lines);
  }

  /** Lines of {@code channel_name,date,cost}. */
  TestShop channelCosts(String... lines) {
    return table("raw.channel_costs.csv", "channel_name,date,cost", lines);
  }

  /**
   * Orders of so many customers from the first on, and some of their sessions: customer n has 1, 2
   * or 3 sessions a day apart before an order of 10 + n.
   */
  TestShop orders(int first, int count) {
    List<String> conversions = new ArrayList<>();
    List<String> sessions = new ArrayList<>();
    for (int n = first; n < first + count; n++) {
      String order = LocalDateTime.of(2023, 3, 1, 8, 0).plusHours(n).format(TIME);
      conversions.add("c%03d,u%03d,%s,%d".formatted(n, n, order, 10 + n));
      for (int back = 0; back <= n % 3; back++) {
        String at = LocalDateTime.of(2023, 3, 1, 7, 59).plusHours(n).minusDays(back).format(TIME);
        String channel = CHANNELS.get((n + back) % CHANNELS.size());
        sessions.add("s%03d-%d,u%03d,%s,%s,1,1,0".formatted(n, back, n, at, channel));
      }
    }
    String part = "/from-%03d.csv".formatted(first);
    table("raw.conversions" + part, CONVERSIONS, conversions.toArray(String[]::new));
    return table("raw.session_sources" + part, SESSIONS, sessions.toArray(String[]::new));
  }

  /** A file of the project folder; quotes are written single. */
  TestShop file(String name, String line) {
    write(files.folder().resolve(name), line.replace((char) 39, '"'));
    return this;
  }

  /** A definition file of features as it is written. */
  TestShop own(String name, String text) {
    write(files.folder().resolve("features").resolve(name), text);
    return this;
  }

  /** The project file as it is written. */
  TestShop projectFile(String text) {
    write(files.projectFile(), text);
    return this;
  }

  /** What the project file says. */
  String projectText() {
    try {
      return Files.readString(files.projectFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestShop table(String file, String header, String... lines) {
    var text = new StringJoiner("\n", "", "\n").add(header);
    List.of(lines).forEach(text::add);
    write(files.data().resolve(file), text.toString());
    return this;
  }

  /** A project of the usual sources; more lines follow, such as the block {@code attribution}. */
  TestShop project(String... more) {
    var text = new StringJoiner("\n", "", "\n").add("project: shop").add("sources:");
    text.add("  conversions: {kind: conversions}").add("  sessions: {kind: session_sources}");
    if (Files.exists(files.data().resolve("raw.session_costs.csv"))) {
      text.add("  costs: {kind: session_costs}");
    }
    if (Files.exists(files.data().resolve("raw.channel_costs.csv"))) {
      text.add("  ad_spend: {kind: channel_costs}");
    }
    List.of(more).forEach(text::add);
    write(files.projectFile(), text.toString());
    return this;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
