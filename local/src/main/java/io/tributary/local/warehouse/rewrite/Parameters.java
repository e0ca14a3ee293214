package io.tributary.local.warehouse.rewrite;

import io.tributary.warehouse.SqlToken.Kind;
import io.tributary.warehouse.SqlTokens;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The named parameters of a statement. */
public final class Parameters {
  private Parameters() {}

  /** The names that the statement uses, as {@code :name}. */
  public static Set<String> names(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    Set<String> names = new LinkedHashSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (isParameter(tokens, at)) {
        names.add(tokens.get(at + 1).text());
      }
    }
    return names;
  }

  static void bind(SqlEditor editor, Map<String, String> values) {
    for (int at = 0; at < editor.size(); at++) {
      String value = isParameter(editor, at) ? values.get(editor.get(at + 1).text()) : null;
      if (value != null) {
        editor.blank(at, at);
        editor.bind(at + 1, "'" + value.replace("'", "''") + "'");
      }
    }
  }

  private static boolean isParameter(SqlTokens tokens, int at) {
    return tokens.isOperator(at, ":") && tokens.get(at + 1).kind() == Kind.WORD;
  }
}
