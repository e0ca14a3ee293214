package io.tributary.warehouse;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of one SQL text and ways to walk them. Positions outside the text hold {@link
 * SqlToken#NONE}, so that walking needs no bounds checks. Not safe for several threads.
 */
public class SqlTokens {
  protected final List<SqlToken> tokens;

  public SqlTokens(String sql) {
    this.tokens = new ArrayList<>(SqlLexer.tokens(sql));
  }

  public int size() {
    return tokens.size();
  }

  public SqlToken get(int at) {
    return at < 0 || at >= tokens.size() ? SqlToken.NONE : tokens.get(at);
  }

  /** The position of the first token that is not space. */
  public int first() {
    return next(-1);
  }

  /** The position of the next token that is not space. */
  public int next(int at) {
    int next = at + 1;
    while (next < size() && get(next).kind() == Kind.SPACE) {
      next++;
    }
    return next;
  }

  /** The position of the token before that is not space, or -1. */
  public int previous(int at) {
    int previous = at - 1;
    while (previous >= 0 && get(previous).kind() == Kind.SPACE) {
      previous--;
    }
    return previous;
  }

  public boolean isWord(int at, String word) {
    return get(at).isWord(word);
  }

  public boolean isOperator(int at, String operator) {
    return get(at).isOperator(operator);
  }

  /** The unquoted word there in lower case, or an empty text. */
  public String word(int at) {
    SqlToken token = get(at);
    return token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
  }

  /** Whether the phrase's words and operators stand here, one after the other. */
  public boolean isPhrase(int at, String phrase) {
    int position = at;
    for (String part : phrase.split(" ")) {
      if (!get(position).text().equalsIgnoreCase(part)) {
        return false;
      }
      position = next(position);
    }
    return true;
  }

  /**
   * The position of the parenthesis that closes the one here.
   *
   * @throws IllegalArgumentException if none does
   */
  public int closing(int open) {
    int depth = 0;
    for (int at = open; at < size(); at++) {
      if (isOperator(at, "(")) {
        depth++;
      } else if (isOperator(at, ")") && --depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException(
        "The parenthesis opened on line " + get(open).line() + " is not closed");
  }

  /** The position of the parenthesis that opens the one closed here, or -1. */
  public int opening(int close) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      if (isOperator(at, ")")) {
        depth++;
      } else if (isOperator(at, "(") && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** The positions of the commas between the two, outside of inner parentheses. */
  public List<Integer> commas(int open, int close) {
    List<Integer> commas = new ArrayList<>();
    for (int at = open + 1; at < close; at++) {
      if (isOperator(at, "(")) {
        at = closing(at);
      } else if (isOperator(at, ",")) {
        commas.add(at);
      }
    }
    return commas;
  }

  /** The last position of a dotted name that begins here. */
  public int endOfName(int at) {
    int end = at;
    while (isOperator(next(end), ".")) {
      end = next(next(end));
    }
    return end;
  }

  /** The text from one position to before the other. */
  public String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < to; at++) {
      text.append(get(at).text());
    }
    return text.toString();
  }

  /** The whole text. */
  public String text() {
    return text(0, size());
  }
}
