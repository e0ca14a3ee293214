package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.json.Json;
import io.tributary.run.Resets;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
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
  /** What an operator resets. */
  static final String PART = "identity";

  private IdentityDefinition() {}

  /** What the project's rules are, with the corrections that go before them. */
  static String of(Identity identity, List<CorrectionEntry> corrections) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Json.bytes(identity));
      for (CorrectionEntry entry : corrections) {
        digest.update(Json.bytes(List.of(entry.verdict(), entry.one(), entry.other())));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(StageContext context) {
    return of(
        context.plan().project().identity().orElseThrow(), CorrectionRows.entries(context));
  }

  /** Whether all events are to be stitched anew, and why. */
  static Change since(StageContext context) {
    Rows last = context.query("identity/last_definition.sql", Map.of());
    if (last.size() == 0) {
      return Change.FIRST;
    }
    if (Resets.isDue(context, PART)) {
      return Change.RESET;
    }
    return last.text(0, 0).orElseThrow().equals(of(context)) ? Change.NONE : Change.OTHER_RULES;
  }

  /** What became of the rules since the last run that stitched. */
  enum Change {
    /** No run stitched before. */
    FIRST,
    /** An operator wants it. */
    RESET,
    OTHER_RULES,
    NONE
  }
}
