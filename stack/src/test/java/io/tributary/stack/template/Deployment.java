package io.tributary.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a template deploys for given parameters. */
record Deployment(JsonNode template, Map<String, JsonNode> resources) {
  /** The template on which all hangs, for an existing workgroup. */
  static Deployment usual() {
    return of("template.yaml", Map.of("WorkgroupName", "analytics", "WorkgroupId", "0a1b2c3d"));
  }

  /** A template of the repository; resources whose condition does not hold are not there. */
  static Deployment of(String file, Map<String, String> parameters) {
    JsonNode template = CloudFormationYaml.read(Checkout.text(file));
    var intrinsics = new Intrinsics(template, parameters);
    Map<String, JsonNode> resources = new LinkedHashMap<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            field -> {
              JsonNode condition = field.getValue().path("Condition");
              if (condition.isMissingNode() || intrinsics.holds(condition.asText())) {
                resources.put(
                    field.getKey(), intrinsics.resolve(withGlobals(field.getValue(), template)));
              }
            });
    return new Deployment(template, resources);
  }

  /** The resources of a type, such as {@code AWS::SQS::Queue}, by their logical ids. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    resources.forEach(
        (id, resource) -> {
          if (resource.path("Type").asText().equals(type)) {
            found.put(id, resource.path("Properties"));
          }
        });
    return found;
  }

  /** The functions by the names of their steps. */
  Map<String, JsonNode> functions() {
    Map<String, JsonNode> byStep = new LinkedHashMap<>();
    ofType("AWS::Serverless::Function")
        .values()
        .forEach(
            function ->
                byStep.put(
                    function.at("/Environment/Variables/QUARKUS_LAMBDA_HANDLER").asText(),
                    function));
    return byStep;
  }

  JsonNode properties(String logicalId) {
    JsonNode resource = resources.get(logicalId);
    if (resource == null) {
      throw new AssertionError("The template has no " + logicalId);
    }
    return resource.path("Properties");
  }

  private static JsonNode withGlobals(JsonNode resource, JsonNode template) {
    if (!resource.path("Type").asText().equals("AWS::Serverless::Function")) {
      return resource;
    }
    ObjectNode merged = template.at("/Globals/Function").deepCopy();
    merge(merged, resource.path("Properties"));
    ObjectNode copy = resource.deepCopy();
    copy.set("Properties", merged);
    return copy;
  }

  private static void merge(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(
            field -> {
              if (into.get(field.getKey()) instanceof ObjectNode inner
                  && field.getValue().isObject()) {
                merge(inner, field.getValue());
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }
}
