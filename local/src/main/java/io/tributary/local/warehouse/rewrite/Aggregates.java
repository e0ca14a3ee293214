package io.tributary.local.warehouse.rewrite;

import java.util.List;
import java.util.Locale;

/** Aggregates and window functions that Redshift writes in another way. */
final class Aggregates {
  private Aggregates() {}

  /** {@code listagg(x, ',') within group (order by y)}; empty texts are left out. */
  static void listagg(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(")) {
      return;
    }
    int close = editor.closing(open);
    List<Integer> commas = editor.commas(open, close);
    int endOfText = commas.isEmpty() ? close : commas.get(0);
    String text = editor.text(open + 1, endOfText).strip();
    String separator = commas.isEmpty() ? "''" : editor.text(endOfText + 1, close).strip();
    boolean distinct = text.toLowerCase(Locale.ROOT).startsWith("distinct ");
    text = "nullif((" + (distinct ? text.substring(9) : text) + ")::varchar, '')";
    int end = close;
    String order = "";
    if (editor.isPhrase(editor.next(close), "within group (")) {
      int group = editor.next(editor.next(editor.next(close)));
      end = editor.closing(group);
      order = " " + editor.inside(group);
    }
    if (distinct && !order.isEmpty()) {
      boolean descending = order.toLowerCase(Locale.ROOT).endsWith(" desc");
      order = " order by " + text + (descending ? " desc" : "");
    }
    String aggregate = "string_agg(" + (distinct ? "distinct " : "") + text + ", " + separator;
    editor.replace(at, end, aggregate + order + ")");
  }

  /** {@code approximate count(distinct x)} and {@code approximate percentile_disc}. */
  static void approximate(SqlEditor editor, int at) {
    int function = editor.next(at);
    int open = editor.next(function);
    if (editor.isWord(function, "count")) {
      String text = editor.inside(open).replaceFirst("(?i)^distinct\\s", "");
      editor.replace(at, editor.closing(open), "approx_count_distinct(" + text.strip() + ")");
    } else if (editor.isWord(function, "percentile_disc")) {
      int close = editor.closing(open);
      int group = editor.next(editor.next(editor.next(close)));
      String quantile =
          "approx_quantile(" + ordered(editor, group) + ", " + editor.inside(open) + ")";
      editor.replace(at, editor.closing(group), quantile);
    }
  }

  /** {@code percentile_cont(0.5) within group (order by x) over (...)}. */
  static void percentile(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(")) {
      return;
    }
    int within = editor.next(editor.closing(open));
    if (!editor.isPhrase(within, "within group (")) {
      return;
    }
    int group = editor.next(editor.next(within));
    int end = editor.closing(group);
    if (editor.isWord(editor.next(end), "over")) {
      String share = editor.inside(open);
      editor.replace(at, end, "quantile_cont(" + ordered(editor, group) + ", " + share + ")");
    }
  }

  private static String ordered(SqlEditor editor, int group) {
    return editor.inside(group).replaceFirst("(?i)^order\\s+by\\s", "").strip();
  }

  static void ratioToReport(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(")) {
      return;
    }
    int window = editor.next(editor.next(editor.closing(open)));
    int end = editor.closing(window);
    String value = "(" + editor.inside(open) + ")::double";
    String total = "sum(" + value + ") over " + editor.text(window, end + 1);
    editor.replace(at, end, "(" + value + " / nullif(" + total + ", 0))");
  }

  /** {@code lag(x) ignore nulls}: DuckDB wants the words inside the parentheses. */
  static void nulls(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(")) {
      return;
    }
    int close = editor.closing(open);
    int choice = editor.next(close);
    if (editor.isPhrase(choice, "ignore nulls") || editor.isPhrase(choice, "respect nulls")) {
      String words = " " + editor.word(choice) + " nulls)";
      editor.blank(choice, editor.next(choice));
      editor.replace(close, words);
    }
  }
}
