package io.tributary.local.warehouse.rewrite;

import java.util.Set;

/** CREATE and ALTER without the physical design, which only Redshift has. */
final class Definitions {
  private static final Set<String> BEFORE_TABLE =
      Set.of("create", "temp", "temporary", "local", "alter");

  private Definitions() {}

  static void rewrite(SqlEditor editor) {
    int at = editor.next(editor.first());
    while (BEFORE_TABLE.contains(editor.word(at))) {
      at = editor.next(at);
    }
    if (editor.isWord(at, "table") && editor.isWord(editor.first(), "create")) {
      table(editor, at);
    } else if (editor.isWord(at, "table")) {
      addedColumn(editor, at);
    } else {
      lateBinding(editor);
    }
  }

  /** ALTER TABLE: no encoding, and no length of a text, which DuckDB does not hold. */
  private static void addedColumn(SqlEditor editor, int table) {
    for (int at = table; at < editor.size(); at = editor.next(at)) {
      if (editor.isWord(at, "encode")) {
        editor.blank(at, editor.next(at));
      } else if (editor.isPhrase(at, "varchar ( max )")) {
        editor.blank(editor.next(at), editor.closing(editor.next(at)));
      }
    }
  }

  private static void lateBinding(SqlEditor editor) {
    for (int at = editor.first(); at < editor.size(); at = editor.next(at)) {
      if (editor.isPhrase(at, "with no schema binding")) {
        editor.blank(at, editor.next(editor.next(editor.next(at))));
      }
    }
  }

  private static void table(SqlEditor editor, int table) {
    int name = editor.next(table);
    if (editor.isPhrase(name, "if not exists")) {
      name = editor.next(editor.next(editor.next(name)));
    }
    if (editor.get(name).text().startsWith("#")) {
      editor.replace(name, editor.get(name).text().substring(1));
      boolean isTemporary = editor.word(editor.previous(table)).startsWith("temp");
      editor.replace(table, isTemporary ? "table" : "temp table");
    }
    int open = editor.next(editor.endOfName(name));
    if (!editor.isOperator(open, "(")) {
      design(editor, open);
      return;
    }
    int close = editor.closing(open);
    design(editor, editor.next(close));
    if (editor.isWord(editor.next(open), "like")) {
      like(editor, open, close);
    } else {
      Columns.rewrite(editor, open, close);
    }
  }

  private static void like(SqlEditor editor, int open, int close) {
    int source = editor.next(editor.next(open));
    String name = editor.text(source, editor.endOfName(source) + 1);
    editor.replace(open, close, " as from " + name + " limit 0");
  }

  /** Takes diststyle, distkey, sortkey, encode and backup away, up to the query after AS. */
  private static void design(SqlEditor editor, int from) {
    int at = from;
    while (at < editor.size() && !editor.isWord(at, "as")) {
      int end = endOfDesign(editor, at);
      if (end >= at) {
        editor.blank(at, end);
      }
      at = editor.next(Math.max(at, end));
    }
  }

  private static int endOfDesign(SqlEditor editor, int at) {
    int next = editor.next(at);
    return switch (editor.word(at)) {
      case "diststyle", "encode", "backup" -> next;
      case "compound", "interleaved" -> at;
      case "distkey", "sortkey" -> {
        if (editor.isOperator(next, "(")) {
          yield editor.closing(next);
        }
        yield editor.isWord(next, "auto") ? next : at;
      }
      default -> at - 1;
    };
  }
}
