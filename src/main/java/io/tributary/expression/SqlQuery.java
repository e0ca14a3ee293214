package io.tributary.expression;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlToken.Kind;
import io.tributary.warehouse.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A query of the project file in Redshift's dialect: one statement that only reads, and what {@code
 * context('key')} stands for in it. A dry run finds what it names wrongly, and its data can fail
 * it. Not safe for several threads.
 */
public final class SqlQuery {
  private static final int LONGEST = 20_000;
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "create",
          "drop",
          "alter",
          "truncate",
          "copy",
          "unload",
          "grant",
          "revoke",
          "call",
          "into",
          "vacuum");
  private static final Set<String> CHANGING = Set.of("random", "getdate", "timeofday");

  private final SqlTokens tokens;

  private SqlQuery(String sql) {
    this.tokens = new SqlTokens(sql);
  }

  /**
   * Checks that it is one portable query.
   *
   * @throws ExpressionException with the place, what is wrong and the mend
   */
  public static SqlQuery of(String sql) {
    SqlRules.checkLength("A query", sql, LONGEST);
    SqlQuery query = new SqlQuery(sql);
    query.checkWords();
    query.checkBrackets();
    SqlRules.checkPortable(query.rendered(key -> "''"));
    return query;
  }

  /** The keys that it reads of the context. */
  public Set<String> contextKeys() {
    Set<String> keys = new TreeSet<>();
    rendered(
        key -> {
          keys.add(key);
          return "''";
        });
    return keys;
  }

  /**
   * The names of its columns in order; one that is calculated and not named is empty.
   *
   * @throws ExpressionException if they are not listed one by one
   */
  public List<String> columns() {
    int select = select();
    int end = endOfColumns(select);
    List<Integer> bounds = new ArrayList<>(List.of(select));
    bounds.addAll(tokens.commas(select, end));
    bounds.add(end);
    List<String> columns = new ArrayList<>();
    for (int column = 0; column + 1 < bounds.size(); column++) {
      columns.add(name(bounds.get(column), bounds.get(column + 1)));
    }
    return columns;
  }

  /** Whether a word of this name stands in it. */
  public boolean names(String word) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.word(at).equals(word) || tokens.get(at).text().equals('"' + word + '"')) {
        return true;
      }
    }
    return false;
  }

  /**
   * The query without a semicolon at its end.
   *
   * @param context gives the SQL that stands for a key of the context
   */
  public String rendered(UnaryOperator<String> context) {
    StringBuilder sql = new StringBuilder();
    for (int at = 0; at < tokens.size(); at++) {
      if (isContext(at)) {
        int open = tokens.next(at);
        sql.append(context.apply(tokens.get(tokens.next(open)).unquoted()));
        at = tokens.closing(open);
      } else if (!tokens.isOperator(at, ";")) {
        sql.append(tokens.get(at).text());
      }
    }
    return sql.toString().strip();
  }

  private boolean isContext(int at) {
    int open = tokens.next(at);
    int key = tokens.next(open);
    return tokens.isWord(at, "context")
        && tokens.isOperator(open, "(")
        && tokens.get(key).kind() == Kind.STRING
        && tokens.isOperator(tokens.next(key), ")");
  }

  private void checkWords() {
    int first = tokens.first();
    if (!Set.of("select", "with").contains(tokens.word(first))) {
      throw fault(first, "A query begins with `select` or `with`; write one that only reads.");
    }
    for (int at = first; at < tokens.size(); at = tokens.next(at)) {
      checkWord(at);
    }
  }

  private void checkWord(int at) {
    SqlToken token = tokens.get(at);
    String word = tokens.word(at);
    boolean isName = tokens.isOperator(tokens.previous(at), ".");
    boolean isCall = tokens.isOperator(tokens.next(at), "(");
    if (token.isOperator(";") && tokens.next(at) < tokens.size()) {
      throw fault(at, "There are two statements; keep one query.");
    } else if (!isName && WRITES.contains(word)) {
      throw fault(at, "`%s` writes, and a query only reads; remove it.".formatted(word));
    } else if (isCall && CHANGING.contains(word)) {
      throw fault(
          at,
          "`%s` gives another value in every run; take the moment or a hash from a column."
              .formatted(word));
    } else if (token.isOperator("$") || token.isOperator("?")) {
      throw fault(at, "There is nothing to bind; write the value.");
    } else if (tokens.isWord(at, "context") && isCall && !isContext(at)) {
      throw fault(at, "`context` takes one key in single quotes; write `context('key')`.");
    } else if (token.kind() == Kind.STRING && !SqlRules.closes(token.text(), '\'')
        || token.kind() == Kind.QUOTED_NAME && !SqlRules.closes(token.text(), '"')) {
      throw fault(at, "What begins here in quotes does not end; close it.");
    }
  }

  private void checkBrackets() {
    int open = 0;
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      open += tokens.isOperator(at, "(") ? 1 : tokens.isOperator(at, ")") ? -1 : 0;
      if (open < 0) {
        throw fault(at, "This bracket was not opened; remove it.");
      }
    }
    if (open > 0) {
      throw new ExpressionException(Position.START, "A bracket is not closed; close it.");
    }
  }

  /** The select whose columns are the query's: the first outside of brackets. */
  private int select() {
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      if (tokens.isOperator(at, "(")) {
        at = tokens.closing(at);
      } else if (tokens.isWord(at, "select")) {
        return tokens.isWord(tokens.next(at), "distinct") ? tokens.next(at) : at;
      }
    }
    throw new ExpressionException(
        Position.START, "A query's `select` stands outside of brackets; remove those around it.");
  }

  private int endOfColumns(int select) {
    for (int at = tokens.next(select); at < tokens.size(); at = tokens.next(at)) {
      if (tokens.isOperator(at, "(")) {
        at = tokens.closing(at);
      } else if (Set.of("from", "where", "group", "having", "order", "limit", "union")
          .contains(tokens.word(at))) {
        return at;
      }
    }
    return tokens.size();
  }

  private String name(int after, int before) {
    int last = tokens.previous(before);
    SqlToken token = tokens.get(last);
    boolean isAlone =
        tokens.previous(last) == after || tokens.isOperator(tokens.previous(last), ".");
    boolean isNamed = tokens.isWord(tokens.previous(last), "as");
    if (token.isOperator("*") && isAlone) {
      throw fault(last, "`*` does not say which columns there are; list them.");
    }
    boolean isName = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    if (!isName || !isAlone && !isNamed) {
      return "";
    }
    return token.kind() == Kind.WORD ? tokens.word(last) : token.unquoted();
  }

  private ExpressionException fault(int at, String sentence) {
    return new ExpressionException(
        Position.of(tokens.text(), tokens.text(0, at).length()), sentence);
  }
}
