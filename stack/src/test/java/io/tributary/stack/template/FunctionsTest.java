package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.functions.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The functions of the template and the steps of the pipeline are one list. */
class FunctionsTest {
  private static final int USUAL_STORAGE = 512;
  private static final int NEW_ACCOUNTS_MEMORY = 3_008;
  private static final String CHOICE = "QUARKUS_LAMBDA_HANDLER";

  private final Deployment deployment = Deployment.usual();
  private final Map<String, JsonNode> functions = deployment.functions();

  @Test
  void thereIsOneForEachStepWithTheStepsTimeout() {
    Map<String, Long> timeouts = new TreeMap<>();
    functions.forEach((step, function) -> timeouts.put(step, function.path("Timeout").asLong()));

    Map<String, Long> steps = new TreeMap<>();
    Steps.all().forEach(step -> steps.put(step.name(), step.timeout().toSeconds()));

    assertThat(timeouts).isEqualTo(steps);
  }

  @Test
  void bearTheNamesOfTheirSteps() {
    deployment
        .ofType("AWS::Serverless::Function")
        .forEach(
            (id, function) -> {
              String step = function.at("/Environment/Variables/" + CHOICE).asText();
              assertThat(id).isEqualTo(Steps.logicalId(step));
              assertThat(function.path("FunctionName").asText()).isEqualTo("tributary-" + step);
            });
  }

  @Test
  void areQuarkusOnArmCalledByAlias() {
    assertThat(functions.values())
        .allSatisfy(
            function -> {
              assertThat(function.path("Handler").asText())
                  .isEqualTo(
                      "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
              assertThat(function.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
              assertThat(function.path("AutoPublishAlias").asText()).isEqualTo("live");
              assertThat(function.path("AutoPublishAliasAllProperties").asBoolean()).isTrue();
              assertThat(function.path("LoggingConfig").path("LogGroup").asText())
                  .isEqualTo("FunctionLogs");
            });
  }

  @Test
  void startFromASnapshotByParameterUnlessTheirStorageIsBig() {
    var without = Deployment.of("template.yaml", Map.of("SnapStart", "false")).functions();
    functions.forEach(
        (step, function) -> {
          boolean big = function.at("/EphemeralStorage/Size").asInt(USUAL_STORAGE) > USUAL_STORAGE;
          assertThat(function.at("/SnapStart/ApplyOn").asText())
              .as(step)
              .isEqualTo(big ? "None" : "PublishedVersions");
          assertThat(without.get(step).at("/SnapStart/ApplyOn").asText()).isEqualTo("None");
        });
  }

  @Test
  void haveTheMemoryThatTheirParameterSays() {
    var chosen = Map.of("FunctionMemory", "1536", "LinkMemory", "10240");
    Deployment.of("template.yaml", chosen)
        .functions()
        .forEach(
            (step, function) ->
                assertThat(function.path("MemorySize").asInt())
                    .as(step)
                    .isEqualTo(step.equals("link") ? 10_240 : 1_536));
  }

  /** More is refused where an account is new, and then nothing is deployed. */
  @Test
  void haveNoMoreMemoryByDefaultThanANewAccountAllows() {
    assertThat(functions.values())
        .allMatch(function -> function.path("MemorySize").asInt() <= NEW_ACCOUNTS_MEMORY);
  }

  @Test
  void areTracedByParameter() {
    var untraced = Deployment.of("template.yaml", Map.of("Tracing", "false"));

    assertThat(functions.values())
        .allMatch(function -> function.path("Tracing").asText().equals("Active"));
    assertThat(untraced.functions().values())
        .allMatch(function -> function.path("Tracing").asText().equals("PassThrough"));
    assertThat(untraced.ofType("AWS::Serverless::StateMachine").values())
        .noneMatch(machine -> machine.at("/Tracing/Enabled").asBoolean());
  }

  @Test
  void areToldWhatTheSettingsClassReadsAndNothingElse() {
    Set<String> read = new TreeSet<>(List.of(CHOICE));
    Arrays.stream(Environment.Variable.values()).map(Enum::name).forEach(read::add);

    functions.forEach(
        (step, function) ->
            assertThat(new TreeSet<>(variables(function).keySet())).as(step).isEqualTo(read));
  }

  @Test
  void areToldOfOneWarehouseHoweverItIsChosen() {
    var choices =
        List.of(
            Map.of("WorkgroupName", "analytics", "WorkgroupId", "0a1b2c3d"),
            Map.of("ClusterIdentifier", "analytics"),
            Map.of("CreateWarehouse", "true"));

    for (var choice : choices) {
      var settings =
          Environment.of(variables(Deployment.of("template.yaml", choice).functions().get("plan")))
              .settings();

      assertThat(settings.warehouse().cluster().isPresent())
          .isEqualTo(choice.containsKey("ClusterIdentifier"));
      assertThat(settings.warehouse().copyRole()).isPresent();
    }
  }

  @Test
  void planIsToldOfAsManyWorkersAsTheEventSourceStarts() {
    var chosen = Deployment.of("template.yaml", Map.of("MaxConcurrency", "17")).functions();

    assertThat(variables(chosen.get("plan"))).containsEntry("TRIBUTARY_MAX_CONCURRENCY", "17");
    JsonNode source = chosen.get("attribute").at("/Events/Requests/Properties");
    assertThat(source.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(17);
    assertThat(source.path("BatchSize").asInt()).isEqualTo(1);
  }

  @Test
  void giveMessagesBackToTheQueueThatTheWorkerReads() {
    JsonNode source = functions.get("attribute").at("/Events/Requests/Properties/Queue");

    assertThat(source.asText()).isEqualTo("RequestQueue.Arn");
    functions
        .values()
        .forEach(
            function ->
                assertThat(variables(function))
                    .containsEntry("TRIBUTARY_REQUEST_QUEUE_URL", "RequestQueue"));
  }

  @Test
  void answerForEachMessageOfAQueue() {
    assertThat(functions.values())
        .flatExtracting(function -> function.path("Events").findParents("Queue"))
        .hasSize(2)
        .allSatisfy(
            source ->
                assertThat(source.path("FunctionResponseTypes").toString())
                    .isEqualTo("[\"ReportBatchItemFailures\"]"));
  }

  private static Map<String, String> variables(JsonNode function) {
    Map<String, String> variables = new TreeMap<>();
    function
        .at("/Environment/Variables")
        .properties()
        .forEach(field -> variables.put(field.getKey(), field.getValue().asText()));
    return variables;
  }
}
