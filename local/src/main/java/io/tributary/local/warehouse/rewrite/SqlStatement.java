package io.tributary.local.warehouse.rewrite;

import io.tributary.warehouse.SqlTokens;
import java.util.Set;

/** One SQL statement, without what follows its end, and what it does. */
public record SqlStatement(String text, Kind kind) {

  /** What a statement does, as far as running it differs. */
  public enum Kind {
    /** Reads only, in tables. */
    QUERY,
    /** Changes how names are found. */
    SEARCH_PATH,
    /** Changes rows, and may have parameters. */
    CHANGE,
    /** Every other statement that writes. */
    DEFINITION,
    COPY,
    UNLOAD,
    TRUNCATE,
    VACUUM,
    /** Begins or ends a transaction. */
    TRANSACTION,
    /** Means nothing here: privileges, statistics, locks. */
    IGNORED;

    /** Whether statements of this kind may run beside the one that writes. */
    public boolean onlyReads() {
      return this == QUERY || this == SEARCH_PATH || this == UNLOAD || this == IGNORED;
    }

    /** Whether parameters may stand in statements of this kind. */
    public boolean takesParameters() {
      return this == QUERY || this == CHANGE;
    }
  }

  /**
   * Reads one statement.
   *
   * @throws IllegalArgumentException if the text is empty or holds more than one
   */
  public static SqlStatement parse(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    int end = tokens.size();
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      boolean isEnd = tokens.isOperator(at, ";");
      if (isEnd && end == tokens.size()) {
        end = at;
      } else if (!isEnd && end < tokens.size()) {
        throw new IllegalArgumentException("There is more than one statement: send one at a time");
      }
    }
    String text = tokens.text(0, end).strip();
    if (tokens.first() >= end) {
      throw new IllegalArgumentException(
          "There is no statement: write one in quotes, such as \"select 1\"");
    }
    return new SqlStatement(text, kind(tokens));
  }

  /** What follows the named queries of a WITH; what stands in them is between parentheses. */
  private static Kind kindBehindNames(SqlTokens tokens, int with) {
    for (int at = with; at < tokens.size(); at = tokens.next(at)) {
      if (tokens.isOperator(at, "(")) {
        at = tokens.closing(at);
      }
      switch (tokens.word(at)) {
        case "insert", "update", "delete" -> {
          return Kind.CHANGE;
        }
        case "merge" -> {
          return Kind.DEFINITION;
        }
        case "select" -> {
          return Kind.QUERY;
        }
        default -> {}
      }
    }
    return Kind.QUERY;
  }

  private static Kind kind(SqlTokens tokens) {
    int first = tokens.first();
    while (tokens.isOperator(first, "(")) {
      first = tokens.next(first);
    }
    return switch (tokens.word(first)) {
      case "select", "show", "explain" -> Kind.QUERY;
      case "with" -> kindBehindNames(tokens, first);
      case "set" ->
          tokens.isWord(tokens.next(first), "search_path") ? Kind.SEARCH_PATH : Kind.IGNORED;
      case "insert", "update", "delete" -> Kind.CHANGE;
      case "copy" -> Kind.COPY;
      case "unload" -> Kind.UNLOAD;
      case "truncate" -> Kind.TRUNCATE;
      case "vacuum" -> Kind.VACUUM;
      case "begin", "start", "commit", "end", "rollback", "abort" -> Kind.TRANSACTION;
      case "comment" -> isOfRelation(tokens, first) ? Kind.DEFINITION : Kind.IGNORED;
      case "grant", "revoke", "lock", "analyze", "refresh" -> Kind.IGNORED;
      default -> Kind.DEFINITION;
    };
  }

  /** Whether a comment is on something that is here, too. */
  private static boolean isOfRelation(SqlTokens tokens, int comment) {
    int on = tokens.next(comment);
    return Set.of("column", "table", "view").contains(tokens.word(tokens.next(on)));
  }
}
