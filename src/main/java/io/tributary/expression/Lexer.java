package io.tributary.expression;

import io.tributary.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Splits an expression into tokens. */
final class Lexer {
  private static final List<String> SYMBOLS =
      List.of("<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",", ".", "[", "]");

  /** What other languages write, and what to write here; longer ones first. */
  private static final List<Map.Entry<String, String>> FOREIGN =
      List.of(
          Map.entry("--", "remove the comment; a minus before a negative number is `- (-1)`."),
          Map.entry("/*", "remove the comment."),
          Map.entry("->", "write a member as `payload.member`."),
          Map.entry("!=", "write `<>`."),
          Map.entry("==", "write `=`."),
          Map.entry("&&", "write `and`."),
          Map.entry("||", "join texts in an expression of `sql:`."),
          Map.entry("::", "write `cast(x as number)`."),
          Map.entry("!", "write `not`."),
          Map.entry("~", "write `like`, or an expression of `sql:`."),
          Map.entry("%", "write the remainder in an expression of `sql:`."),
          Map.entry("`", "write names bare or in double quotes, texts in single ones."),
          Map.entry("\u2018", "write straight quotes: `'text'`."),
          Map.entry("\u2019", "write straight quotes: `'text'`."),
          Map.entry("\u201c", "write straight quotes: `'text'`."),
          Map.entry("\u201d", "write straight quotes: `'text'`."),
          Map.entry(";", "remove it: there is one expression."));

  private final String text;
  private int index;
  private Position counted = Position.START;
  private int countedTo;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens, the last of which is the end. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    lexer.requireCharacters();
    for (lexer.skipSpace(); lexer.index < text.length(); lexer.skipSpace()) {
      tokens.add(lexer.token());
    }
    tokens.add(new Token(Kind.END, "", lexer.position()));
    return tokens;
  }

  /** Neither engine takes them in a text. */
  private void requireCharacters() {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (c == 0 || isHalf) {
        throw new ExpressionException(
            Position.of(text, at), "The character U+%04X is in no text; remove it.".formatted(c));
      }
    }
  }

  private void skipSpace() {
    while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
      index++;
    }
  }

  /** Counts on from the last place, because a long text has many tokens. */
  private Position position() {
    counted = counted.after(text.substring(countedTo, index));
    countedTo = index;
    return counted;
  }

  private Token token() {
    char c = text.charAt(index);
    if (c == '\'') {
      return quoted(Kind.TEXT, '\'', "text");
    } else if (c == '"') {
      return quoted(Kind.QUOTED_NAME, '"', "name");
    } else if (Character.isLetter(c) || c == '_') {
      return take(Kind.WORD, end(index, Lexer::isInWord));
    } else if (isDigit(c)) {
      return take(Kind.NUMBER, endOfNumber());
    }
    return symbol();
  }

  private static boolean isInWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Of the digits of all scripts only these make a number. */
  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Token take(Kind kind, int end) {
    Token token = new Token(kind, text.substring(index, end), position());
    index = end;
    return token;
  }

  private int end(int from, IntPredicate belongs) {
    int end = from;
    while (end < text.length() && belongs.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfNumber() {
    int end = end(index, Lexer::isDigit);
    int fraction =
        end < text.length() && text.charAt(end) == '.' ? end(end + 1, Lexer::isDigit) : 0;
    end = fraction > end + 1 ? fraction : end;
    if (end < text.length() && Character.toLowerCase(text.charAt(end)) == 'e') {
      boolean isSigned = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0;
      int digits = isSigned ? end + 2 : end + 1;
      int exponent = end(digits, Lexer::isDigit);
      end = exponent > digits ? exponent : end;
    }
    return end;
  }

  private Token quoted(Kind kind, char quote, String what) {
    Position at = position();
    StringBuilder inside = new StringBuilder();
    for (int next = index + 1; next < text.length(); next++) {
      boolean isDoubled = text.startsWith("" + quote + quote, next);
      if (text.charAt(next) == quote && !isDoubled) {
        index = next + 1;
        return new Token(kind, inside.toString(), at);
      }
      inside.append(text.charAt(next));
      next = isDoubled ? next + 1 : next;
    }
    throw new ExpressionException(
        at, "The %s that begins here does not end; close it with %s.".formatted(what, quote));
  }

  private Token symbol() {
    for (Map.Entry<String, String> foreign : FOREIGN) {
      if (text.startsWith(foreign.getKey(), index)) {
        throw new ExpressionException(
            position(),
            "There is no `%s` here; %s".formatted(foreign.getKey(), foreign.getValue()));
      }
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, index)) {
        return take(Kind.SYMBOL, index + symbol.length());
      }
    }
    String met = Character.toString(text.codePointAt(index));
    throw new ExpressionException(
        position(), "%s has no meaning here; remove it.".formatted(Words.quoted(met)));
  }
}
