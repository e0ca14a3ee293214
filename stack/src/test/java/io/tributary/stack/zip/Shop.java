package io.tributary.stack.zip;

import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The example of attribution, its customers known by their e-mail addresses. */
record Shop(ProjectFiles files) {
  static final int MAX_CONCURRENCY = 2;

  private static final Path EXAMPLE = Path.of("../examples/attribution");
  private static final String USER = "user_id";

  static Shop into(Path folder) throws IOException {
    var shop = new Shop(new ProjectFiles(folder));
    Files.createDirectories(shop.files.data());
    try (Stream<Path> tables = Files.list(EXAMPLE.resolve("data"))) {
      for (Path table : tables.toList()) {
        Files.write(
            shop.files.data().resolve(table.getFileName()),
            withAddresses(Files.readAllLines(table)));
      }
    }
    Files.writeString(
        shop.files.projectFile(),
        Files.readString(EXAMPLE.resolve("tributary.yaml"))
            + "  ihc: {max_journeys_per_request: 10, max_concurrency: "
            + MAX_CONCURRENCY
            + "}\n"
            + "identity: {identifiers: [{name: user_id, priority: 1,"
            + " from: {conversions: user_id, sessions: user_id}}]}\n");
    return shop;
  }

  private static List<String> withAddresses(List<String> lines) {
    int user = List.of(lines.get(0).split(",")).indexOf(USER);
    if (user < 0) {
      return lines;
    }
    return IntStream.range(0, lines.size())
        .mapToObj(line -> line == 0 ? lines.get(0) : withAddress(lines.get(line), user))
        .toList();
  }

  private static String withAddress(String line, int user) {
    String[] cells = line.split(",");
    cells[user] += "@shop.example";
    return String.join(",", cells);
  }
}
