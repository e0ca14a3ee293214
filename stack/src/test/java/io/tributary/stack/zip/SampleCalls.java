package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.functions.FunctionFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** Each function called with its sample event, in the order in which a run calls them. */
record SampleCalls(Map<String, JsonNode> answers) {
  private static final Path EVENTS = Path.of("../events");

  /** The functions that have a sample event. */
  static List<String> functions() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  static SampleCalls of(ShopCloud cloud) throws IOException, FunctionFailure {
    var calls = new SampleCalls(new LinkedHashMap<>());
    calls.call(cloud, "bootstrap");
    calls.call(cloud, "plan");
    calls.callToTheEnd(cloud, "extract");
    calls.callToTheEnd(cloud, "stage", "encode");
    calls.link(cloud);
    calls.callToTheEnd(cloud, "stage", "stitch");
    calls.callToTheEnd(cloud, "stage", "context");
    calls.callToTheEnd(cloud, "stage", "attributes");
    calls.call(cloud, "parse-agents");
    calls.callToTheEnd(cloud, "stage");
    for (String function :
        List.of("batch", "attribute", "fail-request", "credit", "report", "publish", "release")) {
      calls.call(cloud, function);
    }
    return calls;
  }

  /** Both rounds, for a guard rail is broken. */
  private void link(ShopCloud cloud) throws IOException, FunctionFailure {
    call(cloud, "link");
    if (answers.get("link").path("replays").asBoolean()) {
      callToTheEnd(cloud, "stage", "replay");
      answers.put("link again", answer(cloud, "link", event("link").put("round", "REPLAY")));
    }
  }

  private void call(ShopCloud cloud, String function) throws IOException, FunctionFailure {
    answers.put(function, answer(cloud, function, event(function)));
  }

  /** As the state machine does: the next part when the statement of the last has ended. */
  private void callToTheEnd(ShopCloud cloud, String function) throws IOException, FunctionFailure {
    callToTheEnd(cloud, function, event(function));
  }

  private void callToTheEnd(ShopCloud cloud, String function, String stage)
      throws IOException, FunctionFailure {
    callToTheEnd(cloud, function, event(function).put("stage", stage));
  }

  private void callToTheEnd(ShopCloud cloud, String function, ObjectNode event)
      throws IOException, FunctionFailure {
    JsonNode answer = answer(cloud, function, event);
    answers.put(function, answer);
    while (!answer.path("done").asBoolean()) {
      event.put("part", answer.path("part").asInt() + 1);
      answer = answer(cloud, function, event);
    }
  }

  /** What the function's sample event says. */
  static ObjectNode event(String function) throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(EVENTS.resolve(function + ".json").toFile());
  }

  private static JsonNode answer(ShopCloud cloud, String function, ObjectNode event)
      throws FunctionFailure {
    String text = cloud.call(function, event.toString());
    JsonNode answer = Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    if (answer.hasNonNull("statement")) {
      await(cloud, answer.path("statement").asText());
    }
    return answer;
  }

  private static void await(ShopCloud cloud, String statement) {
    var client = cloud.cloud().clients().redshiftData();
    StatusString status;
    do {
      status = client.describeStatement(r -> r.id(statement).waitTimeSeconds(20)).status();
    } while (status != StatusString.FINISHED
        && status != StatusString.FAILED
        && status != StatusString.ABORTED);
  }
}
