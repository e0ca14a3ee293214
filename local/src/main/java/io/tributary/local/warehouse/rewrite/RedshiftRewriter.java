package io.tributary.local.warehouse.rewrite;

import java.util.Map;

/** Redshift's dialect in DuckDB's words, where a macro cannot say it. */
public final class RedshiftRewriter {
  private RedshiftRewriter() {}

  /**
   * One statement as DuckDB reads it.
   *
   * @param parameters values for {@code :name}, which become literals
   * @throws IllegalArgumentException with one sentence if the text cannot be read
   */
  public static String rewrite(String sql, Map<String, String> parameters) {
    SqlEditor editor = new SqlEditor(sql);
    Parameters.bind(editor, parameters);
    switch (editor.word(editor.first())) {
      case "create", "alter" -> Definitions.rewrite(editor);
      case "set" -> Settings.rewrite(editor);
      default -> {
        // Every other statement only has expressions.
      }
    }
    Expressions.rewrite(editor);
    return editor.text();
  }

  public static String rewrite(String sql) {
    return rewrite(sql, Map.of());
  }
}
