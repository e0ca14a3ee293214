package io.tributary.local.pipeline;

import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** A project folder that a test fills line by line. */
final class TestShop {
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
    return table("raw.conversions.csv", "conversion_id,user_id,timestamp,revenue", lines);
  }

  /** Lines of {@code session_id,user_id,timestamp,channel_name,holder,closer,impression}. */
  TestShop sessions(String... lines) {
    return table(
        "raw.session_sources.csv",
        "session_id,user_id,timestamp,channel_name,"
            + "holder_engagement,closer_engagement,impression_interaction",
        lines);
  }

  /** Lines of {@code session_id,cost}. */
  TestShop sessionCosts(String... lines) {
    return table("raw.session_costs.csv", "session_id,cost", lines);
  }

  /** Lines of {@code channel_name,date,cost}. */
  TestShop channelCosts(String... lines) {
    return table("raw.channel_costs.csv", "channel_name,date,cost", lines);
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
