package io.tributary.local.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generated shop, read back from its files. */
record Shop(
    List<Session> sessions,
    List<Order> orders,
    Map<String, BigDecimal> sessionCosts,
    List<DayCost> channelCosts) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  record Session(String id, String user, LocalDateTime at, String channel) {}

  record Order(String id, String user, LocalDateTime at, BigDecimal revenue) {}

  record DayCost(String channel, LocalDate date, BigDecimal cost) {}

  static Shop read(Path directory) throws IOException {
    return new Shop(
        rows(directory, "session_sources")
            .map(row -> new Session(row[0], row[1], LocalDateTime.parse(row[2], MOMENT), row[3]))
            .toList(),
        rows(directory, "conversions")
            .map(
                row ->
                    new Order(
                        row[0],
                        row[1],
                        LocalDateTime.parse(row[2], MOMENT),
                        new BigDecimal(row[3])))
            .toList(),
        rows(directory, "session_costs")
            .collect(Collectors.toMap(row -> row[0], row -> new BigDecimal(row[1]))),
        rows(directory, "channel_costs")
            .map(row -> new DayCost(row[0], LocalDate.parse(row[1]), new BigDecimal(row[2])))
            .toList());
  }

  /** The visits of each user. */
  Map<String, List<Session>> byUser() {
    return sessions.stream().collect(Collectors.groupingBy(Session::user));
  }

  private static Stream<String[]> rows(Path directory, String table) throws IOException {
    return Files.readAllLines(directory.resolve("data/raw." + table + ".csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1));
  }
}
