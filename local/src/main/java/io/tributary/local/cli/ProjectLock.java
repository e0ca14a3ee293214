package io.tributary.local.cli;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Keeps two runs out of one project folder: a run holds the lock alone, queries share it. The
 * operating system releases it when its process dies, however that happens; the file stays, and
 * what it says counts only while a run holds it. A process holds a project's lock once at a time.
 */
public final class ProjectLock {
  private static final String FOLDER = ".tributary";
  private static final String FILE = "lock";
  private static final int LONGEST_TEXT = 200;

  private ProjectLock() {}

  /**
   * Does the work of a run, which nothing else may touch meanwhile.
   *
   * @throws UserException with {@link ErrorCode#LEASE_HELD}, naming the holder, if another has it
   */
  public static void whileRunning(Path project, Clock clock, Runnable work) {
    try {
      Files.createDirectories(project.resolve(FOLDER));
      try (FileChannel channel = open(project)) {
        if (channel.tryLock() == null) {
          throw held(project, text(channel));
        }
        write(channel, clock);
        try {
          work.run();
        } finally {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Does an operator's work on what runs left, which nothing else may touch meanwhile.
   *
   * @throws UserException with {@link ErrorCode#LEASE_HELD}, naming the holder, if another has it;
   *     with {@link ErrorCode#PROJECT_INVALID} if there never was a run
   */
  public static void whileChanging(Path project, Clock clock, Runnable work) {
    requireRun(project);
    whileRunning(project, clock, work);
  }

  /**
   * Does work that only reads what runs left.
   *
   * @throws UserException with {@link ErrorCode#LEASE_HELD}, naming the holder, during a run; with
   *     {@link ErrorCode#PROJECT_INVALID} if there never was one
   */
  public static void whileReading(Path project, Runnable work) {
    requireRun(project);
    try (FileChannel channel = open(project)) {
      if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
        throw held(project, text(channel));
      }
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireRun(Path project) {
    if (!Files.isDirectory(project.resolve(FOLDER))) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          project + " has not been run yet; ./tributary run " + project + " does that.");
    }
  }

  private static FileChannel open(Path project) throws IOException {
    return FileChannel.open(
        project.resolve(FOLDER).resolve(FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static void write(FileChannel channel, Clock clock) throws IOException {
    String text =
        "run of process "
            + ProcessHandle.current().pid()
            + ", since "
            + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  private static UserException held(Path project, String holder) {
    String who = holder.isEmpty() ? "a query of another process" : "a " + holder;
    return new UserException(
        ErrorCode.LEASE_HELD,
        project + " is held by " + who + "; wait until that ends, or end it.");
  }
}
