package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The parameters: described, with defaults, used, and passed on whole. */
class ParametersTest {
  private static final List<String> NESTED =
      List.of("infra/warehouse.yaml", "infra/network.yaml", "infra/observability.yaml");

  private final JsonNode template = CloudFormationYaml.read(Checkout.text("template.yaml"));

  @Test
  void areDescribedAndHaveADefault() {
    template
        .path("Parameters")
        .properties()
        .forEach(
            parameter -> {
              JsonNode value = parameter.getValue();
              assertThat(value.has("Default")).as(parameter.getKey()).isTrue();
              assertThat(value.path("Description").asText()).as(parameter.getKey()).endsWith(".");
            });
  }

  @Test
  void areAllUsed() {
    for (String file : List.of("template.yaml", NESTED.get(0), NESTED.get(1), NESTED.get(2))) {
      JsonNode read = CloudFormationYaml.read(Checkout.text(file));
      String rest =
          read.path("Resources").toString() + read.path("Globals") + read.path("Conditions");
      names(read)
          .forEach(
              name ->
                  assertThat(
                          rest.contains("{\"Ref\":\"" + name + "\"}")
                              || rest.contains("${" + name + "}"))
                      .as(file + " uses " + name)
                      .isTrue());
    }
  }

  @Test
  void standInAGroupOfTheConsole() {
    Set<String> grouped = new TreeSet<>();
    template
        .at("/Metadata/AWS::CloudFormation::Interface/ParameterGroups")
        .forEach(group -> group.path("Parameters").forEach(name -> grouped.add(name.asText())));

    assertThat(grouped).isEqualTo(names(template));
  }

  @Test
  void areGivenToNestedStacksAsTheseAskForThem() {
    var all =
        Deployment.of("template.yaml", Map.of("CreateWarehouse", "true", "VpcId", "vpc-1"))
            .ofType("AWS::CloudFormation::Stack");

    assertThat(all.values())
        .extracting(stack -> stack.path("TemplateURL").asText())
        .containsExactlyInAnyOrderElementsOf(NESTED);
    all.forEach(
        (id, stack) -> {
          Set<String> given = new TreeSet<>();
          stack.path("Parameters").fieldNames().forEachRemaining(given::add);
          JsonNode nested =
              CloudFormationYaml.read(Checkout.text(stack.path("TemplateURL").asText()));
          assertThat(given).as(id).isEqualTo(names(nested));
        });
  }

  /** SAM takes an output that is called like a parameter or a resource for that one. */
  @Test
  void shareTheirNamesWithNoOutput() {
    for (String file : List.of("template.yaml", NESTED.get(0), NESTED.get(1), NESTED.get(2))) {
      JsonNode read = CloudFormationYaml.read(Checkout.text(file));
      read.path("Outputs")
          .fieldNames()
          .forEachRemaining(
              output -> {
                assertThat(read.path("Parameters").has(output)).as(file + " " + output).isFalse();
                assertThat(read.path("Resources").has(output)).as(file + " " + output).isFalse();
              });
    }
  }

  @Test
  void areListedInTheGuideToDeployment() {
    String guide = Checkout.text("docs/deploy.md");
    names(template).forEach(name -> assertThat(guide).contains("`" + name + "`"));
  }

  @Test
  void theConcurrencyAndTheSecretAreTheProjectFilesByDefault() {
    JsonNode schema =
        CloudFormationYaml.read(
            Checkout.text("src/main/resources/io/tributary/config/tributary.schema.json"));

    assertThat(template.at("/Parameters/MaxConcurrency/Default").asInt())
        .isEqualTo(schema.findValue("max_concurrency").path("default").asInt());
    assertThat(template.at("/Parameters/SecretName/Default").asText())
        .isEqualTo(schema.findValue("api_key_secret").path("default").asText());
  }

  private static Set<String> names(JsonNode template) {
    Set<String> names = new TreeSet<>();
    template.path("Parameters").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
