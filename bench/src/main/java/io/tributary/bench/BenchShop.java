package io.tributary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A shop of any size, streamed to CSV, the same bytes for the same size. One conversion for every
 * five sessions; a conversion has 1 to 40 sessions before it, most have one and the average three;
 * one buyer in five comes back, some of them so soon that sessions serve two conversions. The other
 * sessions are of visitors who never buy.
 */
final class BenchShop {
  static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  static final int DAYS = 365;

  private static final long SEED = 20_230_906;
  private static final int SESSIONS_A_CONVERSION = 5;
  private static final int DAY = 86_400;
  private static final int LOOKBACK = 30 * DAY;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final JourneySizes sizes = new JourneySizes(random);
  private final BenchTables tables;
  private long users;
  private long sessions;

  private BenchShop(BenchTables tables) {
    this.tables = tables;
  }

  /** Writes the project's raw files below {@code data/} and its project file. */
  static void write(Path folder, long sessions) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (BenchTables tables = new BenchTables(data)) {
      new BenchShop(tables).write(sessions);
    }
    BenchProject.write(folder, BenchProject.everyModel());
  }

  private void write(long wanted) throws IOException {
    for (long done = 0; done * SESSIONS_A_CONVERSION < wanted; done++) {
      buyer();
      while (sessions < Math.min(wanted, (done + 1) * SESSIONS_A_CONVERSION)) {
        visitor(Math.min(wanted, (done + 1) * SESSIONS_A_CONVERSION) - sessions);
      }
    }
    tables.dailyCosts(FIRST_DAY, DAYS, random);
  }

  /** One order with its sessions, by a new user or by the last one again. */
  private void buyer() throws IOException {
    boolean returns = users > 0 && random.nextInt(5) == 0;
    if (!returns) {
      users++;
    }
    int orderedAt = LOOKBACK + random.nextInt(DAYS * DAY - LOOKBACK);
    int count = sizes.next();
    for (int session = 1; session < count; session++) {
      session(orderedAt - random.nextInt(LOOKBACK));
    }
    session(orderedAt - random.nextInt(1_800));
    tables.conversion(random.nextLong(), users, orderedAt, 500 + random.nextInt(20_000));
  }

  private void visitor(long most) throws IOException {
    users++;
    long count = Math.min(most, sizes.next());
    for (long session = 0; session < count; session++) {
      session(random.nextInt(DAYS * DAY));
    }
    // The next buyer is somebody else.
    users++;
  }

  private void session(int second) throws IOException {
    sessions++;
    tables.session(users, second, random);
  }
}
