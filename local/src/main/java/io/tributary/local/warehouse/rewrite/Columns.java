package io.tributary.local.warehouse.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table: no keys, which Redshift does not enforce, no encodings, and a text no
 * longer than declared, counted in bytes.
 */
final class Columns {
  private static final Set<String> TEXTS =
      Set.of("varchar", "nvarchar", "char", "nchar", "bpchar", "character", "varying", "text");
  private static final Set<String> ONE_BYTE = Set.of("char", "nchar", "character");
  private static final Set<String> KEYS = Set.of("primary", "unique", "foreign", "constraint");
  private static final int DEFAULT_BYTES = 256;
  private static final String MOST_BYTES = "65535";

  private Columns() {}

  static void rewrite(SqlEditor editor, int open, int close) {
    List<Integer> ends = new ArrayList<>(editor.commas(open, close));
    ends.add(close);
    // From the last to the first, so that what is inserted moves nothing that is still to come.
    for (int column = ends.size() - 1; column >= 0; column--) {
      int before = column == 0 ? open : ends.get(column - 1);
      column(editor, before, ends.get(column));
    }
  }

  private static void column(SqlEditor editor, int before, int end) {
    int name = editor.next(before);
    if (KEYS.contains(editor.word(name))) {
      int from = editor.isOperator(before, ",") ? before : name;
      editor.blank(from, end - 1);
      return;
    }
    String check = "";
    for (int at = editor.next(name); at < end; at = editor.next(at)) {
      String word = editor.word(at);
      if (TEXTS.contains(word) && !isDefault(editor, at)) {
        check = check(editor, name, at);
      } else {
        attribute(editor, at, word);
      }
    }
    if (!check.isEmpty()) {
      editor.insert(end, check);
    }
  }

  private static boolean isDefault(SqlEditor editor, int at) {
    return editor.isOperator(editor.previous(at), "::");
  }

  private static String check(SqlEditor editor, int name, int type) {
    int length = editor.next(type);
    if (editor.isWord(length, "varying")) {
      return "";
    }
    String bytes = String.valueOf(DEFAULT_BYTES);
    if (editor.isOperator(length, "(")) {
      String declared = editor.inside(length);
      bytes = declared.equalsIgnoreCase("max") ? MOST_BYTES : declared;
      editor.blank(length, editor.closing(length));
    } else if (ONE_BYTE.contains(editor.word(type))) {
      bytes = "1";
    }
    return " check (strlen(" + editor.get(name).text() + ") <= " + bytes + ")";
  }

  private static void attribute(SqlEditor editor, int at, String word) {
    int next = editor.next(at);
    switch (word) {
      case "encode" -> editor.blank(at, next);
      case "distkey", "sortkey", "unique" -> editor.blank(at, at);
      case "primary" -> editor.blank(at, next);
      case "references" -> references(editor, at);
      case "identity" -> identity(editor, at);
      case "varbyte", "varbinary" -> varbyte(editor, at);
      default -> {
        // Every other word means the same to both.
      }
    }
  }

  private static void references(SqlEditor editor, int at) {
    int end = editor.endOfName(editor.next(at));
    int open = editor.next(end);
    editor.blank(at, editor.isOperator(open, "(") ? editor.closing(open) : end);
  }

  private static void identity(SqlEditor editor, int at) {
    int from = at;
    int before = editor.previous(at);
    if (editor.isWord(before, "as")) {
      while (!editor.isWord(from, "generated")) {
        from = editor.previous(from);
      }
    }
    int end = editor.closing(editor.next(at));
    editor.replace(from, end, "default nextval('main.redshift_identity')");
  }

  private static void varbyte(SqlEditor editor, int at) {
    int length = editor.next(at);
    if (editor.isOperator(length, "(")) {
      editor.blank(length, editor.closing(length));
    }
    editor.replace(at, "blob");
  }
}
