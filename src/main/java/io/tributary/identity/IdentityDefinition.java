package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.json.Json;
import io.tributary.run.Resets;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The rules by which a run stitches, as the SHA-256 of what says them. A run with other rules than
 * the one before stitches all events anew.
 */
final class IdentityDefinition {
  /** What {@code reset --identity} resets. */
  private static final String PART = "identity";

  private IdentityDefinition() {}

  /** Of the block and the corrections, wherever in their file these stand. */
  static String of(Identity identity, List<CorrectionEntry> corrections) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Json.bytes(identity));
      corrections.stream()
          .map(entry -> "\n" + entry.verdict() + " " + entry.one() + " " + entry.other())
          .distinct()
          .sorted()
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the last run that stitched had other rules, or there was none. */
  static Change since(StageContext context) {
    Rows last = context.query("identity/last_definition.sql", Map.of());
    if (last.size() == 0) {
      return Change.FIRST;
    }
    if (Resets.isDue(context, PART)) {
      return Change.RESET;
    }
    Identity identity = context.plan().project().identity().orElseThrow();
    String now = of(identity, CorrectionRows.entries(context));
    return last.text(0, 0).orElseThrow().equals(now) ? Change.NONE : Change.OTHER_RULES;
  }

  /** What became of the rules since the last run that stitched. */
  enum Change {
    /** No run stitched before. */
    FIRST,
    OTHER_RULES,
    /** An operator demands that all events are stitched anew. */
    RESET,
    NONE
  }
}
