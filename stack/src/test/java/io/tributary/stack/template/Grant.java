package io.tributary.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One action that a role may do on one resource. */
record Grant(String action, String resource, boolean conditional) {
  Grant(String action, String resource) {
    this(action, resource, false);
  }

  /** Everything that a role may do: its own policies, those attached to it, those it refers to. */
  static List<Grant> of(Deployment deployment, String role) {
    List<Grant> grants = own(deployment, role);
    for (JsonNode managed : deployment.properties(role).path("ManagedPolicyArns")) {
      if (deployment.resources().containsKey(managed.asText())) {
        read(deployment.properties(managed.asText()).path("PolicyDocument"), grants);
      }
    }
    return grants;
  }

  /** What no other role has of the template's common policies. */
  static List<Grant> own(Deployment deployment, String role) {
    List<Grant> grants = new ArrayList<>();
    deployment
        .properties(role)
        .path("Policies")
        .forEach(policy -> read(policy.path("PolicyDocument"), grants));
    Map<String, JsonNode> attached = deployment.ofType("AWS::IAM::RolePolicy");
    attached.values().stream()
        .filter(policy -> policy.path("RoleName").asText().equals(role))
        .forEach(policy -> read(policy.path("PolicyDocument"), grants));
    return grants;
  }

  /** Whether the resource is, or is one of, those that are granted. */
  boolean covers(String asked) {
    String pattern =
        resource
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return asked.matches(pattern);
  }

  private static void read(JsonNode document, List<Grant> grants) {
    for (JsonNode statement : document.path("Statement")) {
      if (!statement.path("Effect").asText().equals("Allow")) {
        throw new AssertionError("Roles here only allow: " + statement);
      }
      boolean conditional = statement.has("Condition");
      for (String action : texts(statement.path("Action"))) {
        for (String resource : texts(statement.path("Resource"))) {
          grants.add(new Grant(action, resource, conditional));
        }
      }
    }
  }

  private static List<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? oneOrMany.valueStream().map(JsonNode::asText).toList()
        : List.of(oneOrMany.asText());
  }
}
