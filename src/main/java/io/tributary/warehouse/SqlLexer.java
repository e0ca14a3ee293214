package io.tributary.warehouse;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Splits SQL in Redshift's dialect into tokens; the tokens' texts joined are the SQL again. */
public final class SqlLexer {
  private static final Set<String> TWO_CHARACTERS =
      Set.of(
          "::", "||", "!~", "~*", "~~", "<=", ">=", "<>", "!=", "->", "=>", "==", "//", "**", "@>");

  private final String sql;
  private int line = 1;
  private int position;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  public static List<SqlToken> tokens(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    List<SqlToken> tokens = new ArrayList<>();
    while (lexer.position < sql.length()) {
      tokens.add(lexer.token());
    }
    return tokens;
  }

  private SqlToken token() {
    char c = sql.charAt(position);
    if (Character.isWhitespace(c)) {
      return take(Kind.SPACE, endOf(Character::isWhitespace));
    } else if (sql.startsWith("--", position)) {
      return take(Kind.SPACE, endOf(d -> d != '\n'));
    } else if (sql.startsWith("/*", position)) {
      return take(Kind.SPACE, after("*/"));
    } else if (sql.startsWith("$$", position)) {
      return take(Kind.STRING, after("$$"));
    } else if (c == '\'') {
      return take(Kind.STRING, endOfString());
    } else if (c == '"') {
      return take(Kind.QUOTED_NAME, endOfQuotedName());
    } else if (Character.isLetter(c) || c == '_' || c == '#') {
      return take(Kind.WORD, endOf(SqlLexer::isInWord));
    } else if (Character.isDigit(c)) {
      return take(Kind.NUMBER, endOf(d -> Character.isLetterOrDigit(d) || d == '.'));
    }
    int two = Math.min(position + 2, sql.length());
    boolean isTwo = TWO_CHARACTERS.contains(sql.substring(position, two));
    return take(Kind.OPERATOR, isTwo ? two : position + 1);
  }

  private static boolean isInWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
  }

  private SqlToken take(Kind kind, int end) {
    String text = sql.substring(position, end);
    SqlToken token = new SqlToken(kind, text, line);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    position = end;
    return token;
  }

  private int endOf(IntPredicate belongs) {
    int end = position + 1;
    while (end < sql.length() && belongs.test(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private int after(String close) {
    int end = sql.indexOf(close, position + 2);
    return end < 0 ? sql.length() : end + 2;
  }

  private int endOfString() {
    int end = position + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) == '\\' || sql.startsWith("''", end)) {
        end += 2;
      } else if (sql.charAt(end) == '\'') {
        return end + 1;
      } else {
        end++;
      }
    }
    return sql.length();
  }

  private int endOfQuotedName() {
    int end = position + 1;
    while (end < sql.length()) {
      if (sql.startsWith("\"\"", end)) {
        end += 2;
      } else if (sql.charAt(end) == '"') {
        return end + 1;
      } else {
        end++;
      }
    }
    return sql.length();
  }
}
