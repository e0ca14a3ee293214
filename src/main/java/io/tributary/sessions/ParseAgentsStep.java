package io.tributary.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import io.tributary.run.RunPlan;
import io.tributary.run.RunPlans;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses the user agents that no run has seen before. The same ones give the same bytes. */
public final class ParseAgentsStep implements Step<ParseAgentsStep.Input, ParseAgentsStep.Output> {
  private final ObjectStore objects;
  private final RunPlans plans;
  private final Lease lease;

  public ParseAgentsStep(ObjectStore objects, RunPlans plans, Lease lease) {
    this.objects = objects;
    this.plans = plans;
    this.lease = lease;
  }

  /** Whose user agents to parse. */
  public record Input(long run) {}

  /** How many there were. */
  public record Output(int agents) {}

  @Override
  public String name() {
    return "parse-agents";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Output run(Input input, Invocation invocation) {
    RunPlan plan = plans.of(input.run());
    lease.check(plan.execution());
    var folder = new SessionFolder(input.run());
    var rows = new ByteArrayOutputStream();
    int agents = 0;
    for (String key : objects.list(folder.newAgents())) {
      agents += parse(key, rows);
    }
    if (agents > 0) {
      objects.put(folder.parsedAgents(), rows.toByteArray());
    }
    return new Output(agents);
  }

  private int parse(String key, ByteArrayOutputStream rows) {
    var parser = new UserAgents();
    int agents = 0;
    try (var lines =
        new BufferedReader(new InputStreamReader(objects.open(key), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode agent = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        rows.writeBytes(Json.bytes(row(agent.path("user_agent").asText(), parser)));
        rows.write('\n');
        agents++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return agents;
  }

  private static Map<String, Object> row(String userAgent, UserAgents parser) {
    UserAgents.Parsed parsed = parser.parse(userAgent);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("user_agent", userAgent);
    row.put("parser", UserAgents.VERSION);
    row.put("device", parsed.device());
    parsed.browser().ifPresent(browser -> row.put("browser", browser));
    parsed.operatingSystem().ifPresent(system -> row.put("operating_system", system));
    return row;
  }
}
