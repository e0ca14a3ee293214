package io.tributary.local.warehouse.rewrite;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlToken.Kind;
import io.tributary.warehouse.SqlTokens;

/** SQL text that can be changed token by token; all that is not touched stays as it was. */
final class SqlEditor extends SqlTokens {
  SqlEditor(String sql) {
    super(sql);
  }

  /** Puts the text in place of the tokens from one position to the other, both included. */
  void replace(int from, int to, String text) {
    blank(from, to);
    tokens.set(from, new SqlToken(Kind.WORD, text, get(from).line()));
  }

  void replace(int at, String text) {
    replace(at, at, text);
  }

  /** Puts a value there that no later change reads as SQL. */
  void bind(int at, String literal) {
    tokens.set(at, new SqlToken(Kind.BOUND_VALUE, literal, get(at).line()));
  }

  /** Takes the tokens away, both ends included. */
  void blank(int from, int to) {
    for (int at = from; at <= to; at++) {
      tokens.set(at, new SqlToken(Kind.SPACE, "", get(at).line()));
    }
  }

  /** Puts text before the token there. */
  void insert(int at, String text) {
    tokens.add(at, new SqlToken(Kind.WORD, text, get(at).line()));
  }

  /** The text inside the parentheses that open there. */
  String inside(int open) {
    return text(open + 1, closing(open)).strip();
  }
}
