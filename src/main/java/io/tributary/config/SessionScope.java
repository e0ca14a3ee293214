package io.tributary.config;

import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a session as the rules of channels see them: all text in small letters. */
public final class SessionScope {
  /** The columns of text. */
  public static final List<String> TEXTS =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "utm_source_medium",
          "gclid",
          "fbclid",
          "msclkid",
          "referrer",
          "referrer_host",
          "referrer_medium",
          "referrer_source",
          "first_page_url",
          "first_page_host",
          "first_page_path",
          "device",
          "browser",
          "operating_system",
          "country");

  private static final Scope SCOPE = scope();

  private SessionScope() {}

  /**
   * The rule's condition over rows whose columns of text are called so with {@code seen_} before
   * it.
   *
   * @throws io.tributary.expression.ExpressionException with the place, what is wrong and the mend
   */
  public static CompiledExpression condition(ChannelRule rule) {
    return CompiledExpression.condition(rule.when(), SCOPE);
  }

  private static Scope scope() {
    Map<String, Column> columns = new LinkedHashMap<>();
    TEXTS.forEach(name -> columns.put(name, Column.named("seen_" + name, ValueType.TEXT)));
    columns.put("page_views", Column.named("page_views", ValueType.INTEGER));
    return new Scope("a session", columns);
  }
}
