package io.tributary.local.warehouse.rewrite;

import java.util.List;

/**
 * {@code json_extract_path_text(…, true)}: a macro can tell the flag from a path element only by
 * saying the JSON text once for each, and calls inside of calls would grow without bounds.
 */
final class Json {
  private Json() {}

  static void pathText(SqlEditor editor, int at) {
    int open = editor.next(at);
    if (!editor.isOperator(open, "(")) {
      return;
    }
    int close = editor.closing(open);
    List<Integer> commas = editor.commas(open, close);
    int last = commas.isEmpty() ? open : commas.get(commas.size() - 1);
    boolean isFlag =
        commas.size() > 1
            && editor.isWord(editor.next(last), "true")
            && editor.next(editor.next(last)) == close;
    if (isFlag) {
      editor.blank(last, close - 1);
      editor.replace(at, "redshift_json_path_or_null");
    }
  }
}
