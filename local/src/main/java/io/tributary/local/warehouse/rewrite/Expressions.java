package io.tributary.local.warehouse.rewrite;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlToken.Kind;
import java.util.Map;

/** Redshift's expressions, from the last token to the first: what stands inside changes first. */
final class Expressions {
  /** Changes the text at one position, where that word stands. */
  @FunctionalInterface
  interface Change {
    void apply(SqlEditor editor, int at);
  }

  private static final Map<String, Change> CHANGES =
      Map.ofEntries(
          Map.entry("datediff", Dates::datepart),
          Map.entry("date_diff", Dates::datepart),
          Map.entry("dateadd", Dates::datepart),
          Map.entry("date_add", Dates::datepart),
          Map.entry("date_part", Dates::datepart),
          Map.entry("pgdate_part", Dates::datepart),
          Map.entry("sysdate", Dates::sysdate),
          Map.entry("trunc", Dates::trunc),
          Map.entry("listagg", Aggregates::listagg),
          Map.entry("approximate", Aggregates::approximate),
          Map.entry("percentile_cont", Aggregates::percentile),
          Map.entry("ratio_to_report", Aggregates::ratioToReport),
          Map.entry("lag", Aggregates::nulls),
          Map.entry("lead", Aggregates::nulls),
          Map.entry("first_value", Aggregates::nulls),
          Map.entry("last_value", Aggregates::nulls),
          Map.entry("nth_value", Aggregates::nulls),
          Map.entry("decimal", Expressions::decimal),
          Map.entry("numeric", Expressions::decimal),
          Map.entry("float", Expressions::doublePrecision),
          Map.entry("json_extract_path_text", Json::pathText),
          Map.entry("array", Expressions::array),
          Map.entry("minus", Expressions::except),
          Map.entry("similar", Expressions::similar),
          Map.entry("top", Expressions::limit));

  private Expressions() {}

  static void rewrite(SqlEditor editor) {
    for (int at = editor.size() - 1; at >= 0; at--) {
      SqlToken token = editor.get(at);
      if (token.kind() == Kind.STRING && token.text().indexOf('\\') >= 0) {
        // Redshift reads backslashes in a text as escapes.
        editor.replace(at, "E" + token.text());
      } else if (token.kind() == Kind.WORD && !editor.isOperator(editor.previous(at), ".")) {
        Change change = CHANGES.get(editor.word(at));
        if (change != null) {
          change.apply(editor, at);
        }
      }
    }
  }

  private static boolean isType(SqlEditor editor, int at) {
    int before = editor.previous(at);
    boolean isColumn =
        editor.isWord(editor.first(), "create")
            && (editor.get(before).kind() == Kind.WORD
                || editor.get(before).kind() == Kind.QUOTED_NAME);
    return editor.isOperator(before, "::") || editor.isWord(before, "as") || isColumn;
  }

  /** Without a scale it is 0 on Redshift and 3 on DuckDB. */
  private static void decimal(SqlEditor editor, int at) {
    if (isType(editor, at) && !editor.isOperator(editor.next(at), "(")) {
      editor.replace(at, "decimal(18, 0)");
    }
  }

  /** Redshift's float has eight bytes, DuckDB's four. */
  private static void doublePrecision(SqlEditor editor, int at) {
    if (isType(editor, at)) {
      editor.replace(at, "double");
    }
  }

  private static void array(SqlEditor editor, int at) {
    if (editor.isOperator(editor.next(at), "(")) {
      editor.replace(at, "json_array");
    }
  }

  private static void except(SqlEditor editor, int at) {
    int next = editor.next(at);
    if (editor.isWord(next, "select") || editor.isPhrase(next, "( select")) {
      editor.replace(at, "except");
    }
  }

  private static void similar(SqlEditor editor, int at) {
    int pattern = editor.next(editor.next(at));
    if (editor.isWord(editor.next(at), "to") && editor.get(pattern).kind() == Kind.STRING) {
      String text = editor.get(pattern).text();
      editor.replace(pattern, text.replace("%", ".*").replaceAll("(?<!\\\\)_", "."));
    }
  }

  private static void limit(SqlEditor editor, int at) {
    int count = editor.next(at);
    boolean isTop = editor.isWord(editor.previous(at), "select");
    if (!isTop || editor.get(count).kind() != Kind.NUMBER) {
      return;
    }
    String limit = " limit " + editor.get(count).text();
    editor.blank(at, count);
    int end = at;
    while (end < editor.size() && !editor.isOperator(end, ")") && !editor.isOperator(end, ";")) {
      end = editor.isOperator(end, "(") ? editor.closing(end) + 1 : end + 1;
    }
    editor.insert(end, limit);
  }
}
