package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The policies of the template are lists of actions on named resources. */
class PoliciesTest {
  /** Actions that IAM cannot narrow to a resource. */
  private static final Set<String> ON_ANY_RESOURCE =
      Set.of(
          "redshift-data:DescribeStatement",
          "redshift-data:GetStatementResult",
          "states:SendTaskHeartbeat",
          "states:SendTaskSuccess",
          "states:SendTaskFailure",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  @Test
  void allowNoActionByAPattern() {
    assertThat(grants(Deployment.usual())).isNotEmpty().noneMatch(g -> g.action().contains("*"));
  }

  @Test
  void allowEveryResourceOnlyWhereIamKnowsNoOther() {
    for (var choice : warehouses()) {
      assertThat(grants(Deployment.of("template.yaml", choice)))
          .filteredOn(grant -> grant.resource().equals("*"))
          .extracting(Grant::action)
          .isSubsetOf(ON_ANY_RESOURCE);
    }
  }

  @Test
  void allowStatementsOfOthersToNobody() {
    assertThat(grants(Deployment.usual()))
        .filteredOn(
            grant -> grant.action().startsWith("redshift-data:") && grant.resource().equals("*"))
        .hasSize(3)
        .allMatch(Grant::conditional);
  }

  @Test
  void signInToTheWarehouseThatIsChosen() {
    var chosen = new ArrayList<String>();
    for (var choice : warehouses()) {
      Grant.own(Deployment.of("template.yaml", choice), "WarehouseRole").stream()
          .filter(grant -> grant.action().startsWith("redshift"))
          .filter(grant -> !grant.action().startsWith("redshift-data:"))
          .forEach(grant -> chosen.add(grant.action() + " " + grant.resource()));
    }

    assertThat(chosen)
        .containsExactly(
            "redshift-serverless:GetCredentials"
                + " arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/0a1b2c3d",
            "redshift:GetClusterCredentialsWithIAM"
                + " arn:aws:redshift:eu-west-1:111122223333:dbname:analytics/dev",
            "redshift-serverless:GetCredentials Warehouse.Outputs.WorkgroupArn");
  }

  /** CLEANPATH in UNLOAD deletes what lies there. */
  @Test
  void letTheWarehouseCopyResultsAndUnloadItsRowsAndNoMore() {
    assertThat(Grant.own(Deployment.usual(), "CopyRole"))
        .extracting(grant -> grant.action() + " " + grant.resource().replace("Bucket.Arn", ""))
        .containsExactly(
            "s3:ListBucket ",
            "s3:GetBucketLocation ",
            "s3:GetObject /" + RunFolder.RESULTS + "*",
            "s3:GetObject /runs/*/manifests/*",
            "s3:GetObject /runs/*/stitching/*",
            "s3:GetObject /runs/*/sessions/*",
            "s3:PutObject /runs/*/journeys/*",
            "s3:PutObject /runs/*/stitching/*",
            "s3:PutObject /runs/*/sessions/*",
            "s3:DeleteObject /runs/*/journeys/*",
            "s3:DeleteObject /runs/*/stitching/*",
            "s3:DeleteObject /runs/*/sessions/*",
            "s3:AbortMultipartUpload /runs/*/journeys/*",
            "s3:AbortMultipartUpload /runs/*/stitching/*",
            "s3:AbortMultipartUpload /runs/*/sessions/*");
  }

  @Test
  void letEveryFunctionAndEveryMachineLogAndTrace() {
    var deployment = Deployment.of("template.yaml", Map.of("VpcId", "vpc-1"));
    assertThat(rolesOf(deployment, "AWS::Serverless::Function"))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            role ->
                assertThat(managed(deployment, role))
                    .as(role)
                    .containsExactly(
                        "FunctionBasics",
                        "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"));
    assertThat(rolesOf(deployment, "AWS::Serverless::StateMachine"))
        .hasSize(6)
        .allSatisfy(
            role ->
                assertThat(managed(deployment, role)).as(role).containsExactly("MachineBasics"));
  }

  private static Set<String> rolesOf(Deployment deployment, String type) {
    return deployment.ofType(type).values().stream()
        .map(each -> each.path("Role").asText().replace(".Arn", ""))
        .collect(Collectors.toSet());
  }

  private static List<String> managed(Deployment deployment, String role) {
    return deployment
        .properties(role)
        .path("ManagedPolicyArns")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void everyRoleIsSomebodys() {
    var deployment = Deployment.of("template.yaml", warehouses().get(2));
    String all = deployment.resources().toString();
    deployment
        .ofType("AWS::IAM::Role")
        .keySet()
        .forEach(role -> assertThat(all).contains("\"" + role + ".Arn\""));
  }

  private static List<Map<String, String>> warehouses() {
    return List.of(
        Map.of("WorkgroupName", "analytics", "WorkgroupId", "0a1b2c3d"),
        Map.of("ClusterIdentifier", "analytics"),
        Map.of("CreateWarehouse", "true"));
  }

  private static List<Grant> grants(Deployment deployment) {
    List<Grant> grants = new ArrayList<>();
    for (Map.Entry<String, JsonNode> role : deployment.ofType("AWS::IAM::Role").entrySet()) {
      grants.addAll(Grant.of(deployment, role.getKey()));
    }
    return grants;
  }
}
