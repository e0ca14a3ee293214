package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.json.Json;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The rules by which a run stitches, as the SHA-256 of what says them. A run with other rules than
 * the one before stitches all events anew.
 */
final class IdentityDefinition {
  private IdentityDefinition() {}

  static String of(Identity identity) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Json.bytes(identity));
      return HexFormat.of().formatHex(hash);
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
    String now = of(context.plan().project().identity().orElseThrow());
    return last.text(0, 0).orElseThrow().equals(now) ? Change.NONE : Change.OTHER_RULES;
  }

  /** What became of the rules since the last run that stitched. */
  enum Change {
    /** No run stitched before. */
    FIRST,
    OTHER_RULES,
    NONE
  }
}
