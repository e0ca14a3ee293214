package io.tributary.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A template's functions worked out for given parameters. What only a deployment knows stands as it
 * is named: {@code !Ref Bucket} is {@code Bucket}, {@code !GetAtt Bucket.Arn} is {@code
 * Bucket.Arn}.
 */
final class Intrinsics {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}]+)}");
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region", "eu-west-1",
          "AWS::AccountId", "111122223333",
          "AWS::Partition", "aws",
          "AWS::StackName", "tributary");

  private final Map<String, String> values = new HashMap<>(PSEUDO);
  private final JsonNode conditions;

  /**
   * @param given values of parameters; the others have their defaults
   */
  Intrinsics(JsonNode template, Map<String, String> given) {
    this.conditions = template.path("Conditions");
    template
        .path("Parameters")
        .properties()
        .forEach(p -> values.put(p.getKey(), p.getValue().path("Default").asText()));
    values.putAll(given);
  }

  /** The tree with its functions worked out; what is {@code AWS::NoValue} is left out. */
  JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      var list = JSON.arrayNode();
      node.forEach(item -> add(resolve(item), list::add));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      var only = node.properties().iterator().next();
      JsonNode worked = work(only.getKey(), only.getValue());
      if (worked != null) {
        return worked;
      }
    }
    var object = JSON.objectNode();
    node.properties()
        .forEach(
            field -> add(resolve(field.getValue()), value -> object.set(field.getKey(), value)));
    return object;
  }

  /** Whether a condition holds. */
  boolean holds(String condition) {
    JsonNode written = conditions.path(condition);
    if (written.isMissingNode()) {
      throw new AssertionError("There is no condition " + condition);
    }
    return truth(written);
  }

  private static void add(JsonNode value, java.util.function.Consumer<JsonNode> target) {
    if (!value.isMissingNode()) {
      target.accept(value);
    }
  }

  private JsonNode work(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> ref(argument.asText());
      case "Fn::GetAtt" -> text(argument.get(0).asText() + "." + argument.get(1).asText());
      case "Fn::Sub" -> text(substituted(argument.asText()));
      case "Fn::If" -> resolve(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
      case "Fn::Split" -> text(resolve(argument.get(1)).asText());
      case "Fn::Join" -> text(joined(argument));
      default -> {
        if (function.startsWith("Fn::")) {
          throw new AssertionError("This test does not know " + function);
        }
        yield null;
      }
    };
  }

  private boolean truth(JsonNode condition) {
    var only = condition.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Fn::Equals" ->
          resolve(argument.get(0)).asText().equals(resolve(argument.get(1)).asText());
      case "Fn::Not" -> !truth(argument.get(0));
      case "Fn::And" -> StreamSupport.stream(argument.spliterator(), false).allMatch(this::truth);
      case "Fn::Or" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(this::truth);
      default -> throw new AssertionError("This test does not know " + only.getKey());
    };
  }

  private JsonNode ref(String name) {
    return name.equals("AWS::NoValue")
        ? MissingNode.getInstance()
        : text(values.getOrDefault(name, name));
  }

  private String substituted(String written) {
    return PLACEHOLDER
        .matcher(written)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group(1))));
  }

  private String joined(JsonNode argument) {
    return StreamSupport.stream(resolve(argument.get(1)).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(argument.get(0).asText()));
  }

  private static TextNode text(String value) {
    return JSON.textNode(value);
  }
}
