package io.tributary.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML 1.2's core schema: {@code yes}, {@code 1:30} and {@code 2023-01-01} are text, as editors and
 * newer readers have it, and not a boolean, a number to the base of 60 and a time.
 */
final class CoreSchemaResolver extends Resolver {
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
    addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-+.0123456789");
    addImplicitResolver(Tag.NULL, NOTHING, "~nN");
    addImplicitResolver(Tag.NULL, EMPTY, null);
  }
}
