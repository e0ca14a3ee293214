package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns one YAML scalar into text, a number, a truth value or null. */
final class Scalars {
  private static final int MOST_DIGITS = 18;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Scalars() {}

  /** The value; what claims to be a number and is none, or is too large for one, is text. */
  static JsonNode plain(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return JSON.booleanNode(text.equalsIgnoreCase("true"));
    }
    boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    return number ? number(text) : JSON.textNode(text);
  }

  private static JsonNode number(String text) {
    if (text.matches("[-+]?[0-9]{1," + MOST_DIGITS + "}")) {
      return whole(Long.parseLong(text));
    }
    if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]{1,3})?")) {
      return JSON.textNode(text);
    }
    return decimal(text);
  }

  private static JsonNode whole(long number) {
    boolean small = number == (int) number;
    return small ? JSON.numberNode((int) number) : JSON.numberNode(number);
  }

  private static JsonNode decimal(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? JSON.numberNode(number) : JSON.textNode(text);
    } catch (NumberFormatException e) {
      return JSON.textNode(text);
    }
  }
}
