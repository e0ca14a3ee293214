package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template refers to is a parameter or a resource of it. */
class ReferencesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!.}]+)[^}]*}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template.yaml",
        "infra/network.yaml",
        "infra/observability.yaml",
        "infra/warehouse.yaml"
      })
  void areToSomethingThatThereIs(String file) {
    JsonNode template = CloudFormationYaml.read(Checkout.text(file));
    Set<String> known = new TreeSet<>();
    template.path("Parameters").fieldNames().forEachRemaining(known::add);
    template.path("Resources").fieldNames().forEachRemaining(known::add);
    Set<String> named = new TreeSet<>();
    collect(template, named);
    named.removeIf(name -> name.startsWith("AWS::"));

    assertThat(named).isNotEmpty().isSubsetOf(known);
  }

  private static void collect(JsonNode node, Set<String> named) {
    if (node.has("Ref")) {
      // An alias that SAM makes is referred to as Function.Alias.
      named.add(node.path("Ref").asText().replaceFirst("[.]Alias$", ""));
    } else if (node.has("Fn::GetAtt")) {
      named.add(node.path("Fn::GetAtt").path(0).asText());
    } else if (node.has("Fn::Sub")) {
      PLACEHOLDER
          .matcher(node.path("Fn::Sub").asText())
          .results()
          .forEach(found -> named.add(found.group(1)));
    }
    node.forEach(inner -> collect(inner, named));
  }
}
