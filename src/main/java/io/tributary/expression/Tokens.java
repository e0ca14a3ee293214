package io.tributary.expression;

import io.tributary.expression.Token.Kind;
import java.util.List;

/** The tokens of one expression, read one after the other. Not safe for several threads. */
final class Tokens {
  private final List<Token> tokens;
  private int index;

  Tokens(String text) {
    this.tokens = Lexer.tokens(text);
  }

  Token current() {
    return tokens.get(index);
  }

  Token following() {
    return tokens.get(Math.min(index + 1, tokens.size() - 1));
  }

  Token take() {
    Token taken = current();
    index = Math.min(index + 1, tokens.size() - 1);
    return taken;
  }

  boolean isSymbol(String symbol) {
    return current().isSymbol(symbol);
  }

  boolean isWord(String word) {
    return current().isWord(word);
  }

  /** Takes the symbol if it is next. */
  boolean tookSymbol(String symbol) {
    boolean isNext = isSymbol(symbol);
    if (isNext) {
      take();
    }
    return isNext;
  }

  /** Takes the word if it is next. */
  boolean tookWord(String word) {
    boolean isNext = isWord(word);
    if (isNext) {
      take();
    }
    return isNext;
  }

  void requireSymbol(String symbol, String mend) {
    if (!tookSymbol(symbol)) {
      throw unexpected("`" + symbol + "`", mend);
    }
  }

  void requireWord(String word, String mend) {
    if (!tookWord(word)) {
      throw unexpected("`" + word + "`", mend);
    }
  }

  String requireText(String expected, String mend) {
    if (current().kind() != Kind.TEXT) {
      throw unexpected(expected, mend);
    }
    return take().text();
  }

  /** A sentence that says what stands here and what should. */
  ExpressionException unexpected(String expected, String mend) {
    return new ExpressionException(
        current().at(), "Expected %s, met %s; %s".formatted(expected, current().shown(), mend));
  }
}
