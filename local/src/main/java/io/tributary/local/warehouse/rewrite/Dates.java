package io.tributary.local.warehouse.rewrite;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.Locale;

/** Dateparts without quotes, and the current moment. */
final class Dates {
  private Dates() {}

  static void datepart(SqlEditor editor, int at) {
    int open = editor.next(at);
    int part = editor.next(open);
    boolean isBare =
        editor.get(part).kind() == Kind.WORD && editor.isOperator(editor.next(part), ",");
    if (editor.isOperator(open, "(") && isBare) {
      editor.replace(part, "'" + editor.get(part).text().toLowerCase(Locale.ROOT) + "'");
    }
  }

  static void sysdate(SqlEditor editor, int at) {
    boolean isName = editor.isWord(editor.previous(at), "as");
    if (!isName && !editor.isOperator(editor.next(at), "(")) {
      editor.replace(at, "(now() at time zone 'UTC')");
    }
  }

  /** The day of a moment; trunc of a number stays. */
  static void trunc(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(") || !editor.commas(open, editor.closing(open)).isEmpty()) {
      return;
    }
    String argument = editor.inside(open);
    String lower = argument.toLowerCase(Locale.ROOT);
    if (lower.startsWith("timestamp")
        || lower.startsWith("getdate")
        || lower.startsWith("(now()")
        || lower.endsWith("::timestamp")) {
      editor.replace(at, editor.closing(open), "(" + argument + ")::date");
    }
  }
}
