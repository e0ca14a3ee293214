package io.tributary.local.warehouse.engine;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DuckDB's errors in one sentence each, worded as Redshift words those that code looks for. */
public final class EngineErrors {
  private static final Pattern CLASS_OF_ERROR =
      Pattern.compile("^(?:(?:[A-Z][A-Za-z]*|to) ?)*(?:Error|ERROR): ");
  private static final Pattern POSITION = Pattern.compile("\\n+LINE \\d+:.*", Pattern.DOTALL);
  private static final Pattern HINT = Pattern.compile("\\nTry setting .*", Pattern.DOTALL);

  private static final Pattern FILE = Pattern.compile("file \"([^\"]+)\"");

  /** How a serializable conflict begins; it is worth another try. */
  public static final String CONFLICT = "1023 DETAIL: Serializable isolation violation on table";

  public static final String CANCELLED = "Query cancelled on user's request";

  private EngineErrors() {}

  /** Whether the file cannot be opened because somebody else has it. */
  static boolean isHeld(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Could not set lock on file")
        || message.contains("with a different configuration than existing connections");
  }

  /** What went wrong, without the engine's class of error and its picture of the position. */
  public static String sentence(Throwable e) {
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("interrupted")) {
      return CANCELLED;
    } else if (lower.contains("no space left on device") || lower.contains("disk full")) {
      return "The disk" + of(message) + " is full: make room and run again";
    } else if (lower.contains("file too large")) {
      return "The disk"
          + of(message)
          + " takes no larger file: lift the limit (ulimit -f) and run"
          + " again";
    } else if (lower.contains("max_temp_directory_size")) {
      return "The disk has no room for what the memory does not hold: make room beside the"
          + " warehouse file, or give the machine more memory, and run again";
    } else if (lower.startsWith("out of memory error")) {
      return "The warehouse ran out of memory: give it more, or do less in one statement";
    } else if (lower.contains("invalid result set")) {
      return "A row could not be calculated, such as by a division by zero or a cast that fails: write"
          + " nullif(divisor, 0), or leave such rows out";
    } else if (lower.contains("check constraint failed") && lower.contains("strlen")) {
      return "Value too long for character type";
    } else if (lower.contains("conflict on") || lower.contains("write-write conflict")) {
      return CONFLICT;
    }
    String plain = HINT.matcher(POSITION.matcher(message).replaceAll("")).replaceAll("");
    return CLASS_OF_ERROR.matcher(plain).replaceFirst("").strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private static String of(String message) {
    Matcher file = FILE.matcher(message);
    return file.find() ? " of " + file.group(1) : "";
  }
}
