package io.tributary.local.warehouse.rewrite;

/** {@code set search_path to a, b}: DuckDB takes one text, and the functions stand in main. */
final class Settings {
  private Settings() {}

  static void rewrite(SqlEditor editor) {
    int name = editor.next(editor.first());
    if (!editor.isWord(name, "search_path")) {
      return;
    }
    int value = editor.next(editor.next(name));
    String schemas = editor.text(value, editor.size()).replaceAll("['\"]", "").strip();
    editor.replace(
        editor.first(), editor.size() - 1, "set search_path = '" + searchPath(schemas) + "'");
  }

  private static String searchPath(String schemas) {
    return schemas.replaceAll("\\s+", "").replace("$user,", "") + ",main";
  }
}
