package io.tributary.warehouse;

import static java.util.Map.entry;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words, operators and phrases that only one of the two engines understands. */
final class SyntaxRules {
  static final List<LintRule> RULES =
      List.of(
          SyntaxRules::phrase,
          SyntaxRules::operator,
          SyntaxRules::literal,
          SyntaxRules::start,
          SyntaxRules::valuesAsTable,
          SyntaxRules::interval,
          SyntaxRules::createdTwice,
          SyntaxRules::navigation,
          SyntaxRules::merge);

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          entry(") filter (", "count or sum a case expression"),
          entry("distinct on", "keep row_number() = 1"),
          entry("is distinct from", "compare and test for null"),
          entry("is not distinct from", "compare and test for null"),
          entry("range between", "use a rows frame"),
          entry("range unbounded", "use a rows frame"),
          entry("range current", "use a rows frame"),
          entry("lateral (", "join"),
          entry("on conflict", "delete and insert in one batch, or MERGE"),
          entry("with recursive", "use the identity algorithm"),
          entry("group by all", "name the columns"),
          entry("order by all", "name the columns"),
          entry("union by name", "list the columns in one order"),
          entry("union all by name", "list the columns in one order"),
          entry("using sample", "filter by a hash"),
          entry("asof join", "join on a window's result"),
          entry("positional join", "join on row_number()"),
          entry("semi join", "use exists"),
          entry("anti join", "use not exists"),
          entry("insert or", "delete and insert in one batch"),
          entry("create or replace table", "drop it first, in the same batch"),
          entry("create or replace temp", "drop it first, in the same batch"),
          entry("create index", "use a sort key"),
          entry("create unique index", "use a sort key"),
          entry("create sequence", "use an identity column"),
          entry("create macro", "repeat the expression"),
          entry("create type", "use a type of Redshift's"),
          entry("* replace (", "list the columns"),
          entry("* rename (", "list the columns"),
          entry("select top", "use limit"),
          entry("select from", "name the columns"),
          entry(") window", "write the window after over"));

  private static final Map<String, String> WORDS =
      Map.of(
          "sysdate", "bind the moment as a parameter",
          "current_timestamp", "bind the moment as a parameter",
          "localtimestamp", "bind the moment as a parameter",
          "returning", "select afterwards",
          "tablesample", "filter by a hash");

  private static final Map<String, String> OPERATORS =
      Map.of(
          "//", "write /",
          "->", "use json_extract_path_text",
          "~*", "lower the text and use ~",
          "**", "use power",
          "@>", "compare in Java",
          "==", "write =",
          "=>", "pass by position",
          "[", "use split_part or json_extract_array_element_text",
          "{", "use json_parse");

  private static final Set<String> FOREIGN_STARTS =
      Set.of(
          "pragma",
          "attach",
          "detach",
          "install",
          "load",
          "describe",
          "summarize",
          "pivot",
          "unpivot",
          "export",
          "import",
          "checkpoint",
          "from",
          "values",
          "use");

  private SyntaxRules() {}

  private static Optional<LintFinding> phrase(SqlTokens sql, int at) {
    String text = sql.get(at).text().toLowerCase(Locale.ROOT);
    if (sql.get(at).kind() == Kind.WORD && WORDS.containsKey(text)) {
      boolean isName = sql.isOperator(sql.previous(at), ".") || sql.isWord(sql.previous(at), "as");
      return isName ? Optional.empty() : LintRule.found(sql, at, text, WORDS.get(text));
    }
    return PHRASES.entrySet().stream()
        .filter(phrase -> sql.isPhrase(at, phrase.getKey()))
        .findFirst()
        .map(phrase -> new LintFinding(sql.get(at).line(), phrase.getKey(), phrase.getValue()));
  }

  private static Optional<LintFinding> operator(SqlTokens sql, int at) {
    SqlToken token = sql.get(at);
    String mend = token.kind() == Kind.OPERATOR ? OPERATORS.get(token.text()) : null;
    return mend == null ? Optional.empty() : LintRule.found(sql, at, token.text(), mend);
  }

  private static Optional<LintFinding> literal(SqlTokens sql, int at) {
    SqlToken token = sql.get(at);
    boolean isUnloaded = sql.isWord(sql.previous(sql.previous(at)), "unload");
    if (token.kind() != Kind.STRING || isUnloaded) {
      return Optional.empty();
    } else if (token.text().indexOf('\\') >= 0) {
      return LintRule.found(sql, at, "a backslash in a literal", "use [0-9], [.] or chr()");
    } else if (token.text().contains("(?")) {
      return LintRule.found(sql, at, "(? in a literal", "use a pattern without look-around");
    }
    return Optional.empty();
  }

  private static Optional<LintFinding> start(SqlTokens sql, int at) {
    String word = sql.word(at);
    return at == sql.first() && FOREIGN_STARTS.contains(word)
        ? LintRule.found(sql, at, "a statement that begins with " + word, "write Redshift's")
        : Optional.empty();
  }

  private static Optional<LintFinding> valuesAsTable(SqlTokens sql, int at) {
    int before = sql.previous(at);
    int further = sql.previous(before);
    boolean isTable =
        sql.isWord(before, "from")
            || sql.isWord(before, "join")
            || sql.isOperator(before, "(")
                && (sql.isWord(further, "from")
                    || sql.isWord(further, "join")
                    || sql.isWord(further, "as")
                    || sql.isWord(further, "in")
                    || sql.isOperator(further, ","));
    return sql.isWord(at, "values") && isTable
        ? LintRule.found(sql, at, "VALUES as a table", "use select ... union all")
        : Optional.empty();
  }

  private static Optional<LintFinding> interval(SqlTokens sql, int at) {
    int next = sql.next(at);
    boolean isBare = sql.get(next).kind() == Kind.NUMBER || sql.isOperator(next, "(");
    return sql.isWord(at, "interval") && isBare
        ? LintRule.found(sql, at, "an interval without quotes", "use dateadd")
        : Optional.empty();
  }

  private static Optional<LintFinding> createdTwice(SqlTokens sql, int at) {
    if (!sql.isPhrase(at, "table if not exists")) {
      return Optional.empty();
    }
    int name = at;
    for (int words = 0; words < 4; words++) {
      name = sql.next(name);
    }
    return sql.isWord(sql.next(sql.endOfName(name)), "as")
        ? LintRule.found(
            sql, at, "create table if not exists ... as", "create the table, then insert")
        : Optional.empty();
  }

  /** {@code from t, t.items e}: unnesting a SUPER. */
  private static Optional<LintFinding> navigation(SqlTokens sql, int at) {
    int owner = sql.next(at);
    int end = sql.endOfName(owner);
    boolean isFromList = sql.isOperator(at, ",") && sql.get(owner).kind() == Kind.WORD;
    if (!isFromList || end == owner || sql.get(sql.next(end)).kind() != Kind.WORD) {
      return Optional.empty();
    }
    int before = sql.previous(at);
    boolean isAlias = sql.isWord(before, sql.word(owner)) && !sql.word(owner).isEmpty();
    return isAlias
        ? LintRule.found(sql, owner, "unnesting in FROM", "read it by json_extract_path_text")
        : Optional.empty();
  }

  private static Optional<LintFinding> merge(SqlTokens sql, int at) {
    if (at != sql.first() || !sql.isWord(at, "merge")) {
      return Optional.empty();
    }
    boolean matched = false;
    boolean unmatched = false;
    for (int next = at; next < sql.size(); next = sql.next(next)) {
      matched |= sql.isPhrase(next, "when matched");
      unmatched |= sql.isPhrase(next, "when not matched");
      if (sql.isPhrase(next, "using (")) {
        return LintRule.found(sql, next, "MERGE from a subquery", "stage it into a table");
      }
    }
    return matched && unmatched
        ? Optional.empty()
        : LintRule.found(sql, at, "MERGE with one branch", "delete and insert in one batch");
  }
}
