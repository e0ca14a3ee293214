package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import io.tributary.local.attribution.Fault;
import io.tributary.local.attribution.Fault.Kind;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.stack.template.CallRecorder.Call;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A function's role may do what its step really did in runs on the local cloud, faults included,
 * and nothing else.
 */
class PerformedCallsTest {
  /** What no step calls and a role needs all the same, with the reason. */
  private static final Map<String, String> FOR_OTHERS =
      Map.of(
          "WarehouseRole redshift-serverless:GetCredentials",
          "the Data API signs in to the workgroup with it",
          "FailRequestRole s3:ListBucket",
          "without it S3 answers 403 and not 404 for a claim or a result that is not there",
          "AttributeRole sqs:ReceiveMessage",
          "the event source polls in the function's name",
          "AttributeRole sqs:DeleteMessage",
          "the event source deletes in the function's name",
          "AttributeRole sqs:GetQueueAttributes",
          "the event source looks at the queue in the function's name",
          "FailRequestRole sqs:ReceiveMessage",
          "the event source polls in the function's name",
          "FailRequestRole sqs:DeleteMessage",
          "the event source deletes in the function's name",
          "FailRequestRole sqs:GetQueueAttributes",
          "the event source looks at the queue in the function's name");

  private static final Deployment DEPLOYMENT = Deployment.usual();

  @TempDir static Path folder;

  @BeforeAll
  static void runDownEveryPath() throws Exception {
    try (var runs = LocalRuns.in(folder)) {
      partlyPaidThenDeadLettered(runs);
      leaseOfADeadRun(runs);
      keyRefused(runs);
      answeredByALostWorker(runs);
      runs.invoke("bootstrap", "{}");
    }
  }

  /**
   * One journey is answered, the other never: the message comes again, and then is a dead letter.
   */
  private static void partlyPaidThenDeadLettered(LocalRuns runs) throws Exception {
    runs.faults(
        faults -> {
          faults.next(1, Fault.of(Kind.PARTIAL));
          faults.forConversion("c1", Fault.of(Kind.SERVER_ERROR));
        });
    runs.run(ExecutionStatus.SUCCEEDED);
    runs.faults(faults -> faults.clear());
  }

  private static void leaseOfADeadRun(LocalRuns runs) throws Exception {
    runs.put(
        "lease.json",
        "{\"execution\":\"arn:aws:states:local:000000000000:execution:pipeline:gone\","
            + "\"since\":\"2023-01-01T00:00:00Z\"}");
    runs.run(ExecutionStatus.SUCCEEDED);
  }

  private static void keyRefused(LocalRuns runs) throws Exception {
    runs.faults(faults -> faults.next(1, Fault.of(Kind.UNAUTHORIZED)));
    runs.run(ExecutionStatus.FAILED);
    runs.faults(faults -> faults.clear());
  }

  private static void answeredByALostWorker(LocalRuns runs) throws FunctionFailure {
    runs.put(
        "results/900-0-000.ndjson",
        """
        {"journey_hash": "h", "conversion_id": "c", "session_id": "s", "initializer": 1, \
        "holder": 1, "closer": 1, "ihc": 1, "status": "answered", "reason": "", \
        "answered_at": "2023-01-01 00:00:00"}
        {"run_id": 900, "request_id": "0-000", "journeys": 1, "sessions": 1, "attempts": 1, \
        "takeovers": 0, "status": "succeeded", "paid_journeys": 1, "refused_journeys": 0, \
        "failed_journeys": 0, "seconds": 0.1, "reason": ""}
        """);
    var event = Json.MAPPER.createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", "lost")
        .put(
            "body",
            "{\"taskToken\":\"token\",\"run\":900,\"request\":\"0-000\",\"body\":\"none\","
                + "\"from\":0,\"length\":1,\"journeys\":1,\"sessions\":1}");
    runs.invoke("fail-request", event.toString());
  }

  @Test
  void rolesAllowWhatTheirStepsDid() {
    for (Call call : CallRecorder.calls()) {
      String role = roleOf(call.step());
      assertThat(Grant.own(DEPLOYMENT, role))
          .as("%s may %s %s for %s", role, call.action(), call.resource(), call.step())
          .anyMatch(grant -> allows(grant, call));
    }
  }

  @Test
  void rolesAllowNothingThatNoStepDid() {
    Set<String> needless = new TreeSet<>();
    for (String role : new TreeSet<>(roles().values())) {
      for (Grant grant : Grant.own(DEPLOYMENT, role)) {
        if (CallRecorder.calls().stream()
            .noneMatch(call -> roleOf(call.step()).equals(role) && allows(grant, call))) {
          needless.add(role + " " + grant.action() + " " + grant.resource());
        }
      }
    }
    needless.removeIf(
        grant -> FOR_OTHERS.keySet().stream().anyMatch(other -> grant.startsWith(other + " ")));

    assertThat(needless).isEmpty();
  }

  @Test
  void whatIsExcusedIsGrantedAndCalledByNoStep() {
    for (String excused : FOR_OTHERS.keySet()) {
      String role = excused.substring(0, excused.indexOf(' '));
      String action = excused.substring(excused.indexOf(' ') + 1);
      assertThat(Grant.own(DEPLOYMENT, role)).anyMatch(grant -> grant.action().equals(action));
      assertThat(CallRecorder.calls())
          .noneMatch(call -> roleOf(call.step()).equals(role) && call.action().equals(action));
    }
  }

  @Test
  void everyStepThatSubmitsSqlSharesOneRoleAndNoOtherDoes() {
    Map<String, Set<String>> byRole = new TreeMap<>();
    roles().forEach((step, role) -> byRole.computeIfAbsent(role, any -> new TreeSet<>()).add(step));
    Set<String> submitting = new TreeSet<>();
    CallRecorder.calls().stream()
        .filter(call -> call.action().endsWith("ExecuteStatement"))
        .forEach(call -> submitting.add(call.step()));

    assertThat(byRole.remove("WarehouseRole")).isEqualTo(submitting);
    assertThat(byRole.values()).allMatch(steps -> steps.size() == 1);
  }

  private static boolean allows(Grant grant, Call call) {
    return grant.action().equals(call.action())
        && (call.resource().isEmpty() || grant.covers(call.resource()));
  }

  private static String roleOf(String step) {
    return roles().get(step);
  }

  private static Map<String, String> roles() {
    Map<String, String> roles = new TreeMap<>();
    for (Map.Entry<String, JsonNode> function : DEPLOYMENT.functions().entrySet()) {
      roles.put(function.getKey(), function.getValue().path("Role").asText().replace(".Arn", ""));
    }
    return roles;
  }
}
