package io.tributary.expression;

/**
 * A piece of an expression.
 *
 * @param text what it says: of a quoted piece what stands between the quotes
 * @param at where it begins
 */
record Token(Kind kind, String text, Position at) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** As it is named in a sentence. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "the text " + Words.quoted("'" + text + "'");
      case QUOTED_NAME -> Words.quoted('"' + text + '"');
      case WORD, NUMBER, SYMBOL -> Words.quoted(text);
    };
  }
}
