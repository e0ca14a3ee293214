package io.tributary.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A state machine as a Mermaid flowchart: a box a state, an arrow for what may come next. */
final class Drawing {
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Drawing() {}

  /** The drawing as a fenced block that ends with a line break. */
  static String of(JsonNode definition) {
    var drawing = new Drawing();
    drawing.flow(definition, "  ");
    return "```mermaid\nflowchart LR\n" + String.join("\n", drawing.lines) + "\n```\n";
  }

  private void flow(JsonNode flow, String indent) {
    flow.path("States")
        .properties()
        .forEach(state -> box(state.getKey(), state.getValue(), indent));
    flow.path("States")
        .properties()
        .forEach(state -> arrows(state.getKey(), state.getValue(), indent));
  }

  private void box(String name, JsonNode state, String indent) {
    if (state.path("Type").asText().equals("Map")) {
      String mode =
          state.at("/ItemProcessor/ProcessorConfig/Mode").asText().toLowerCase(Locale.ROOT);
      lines.add(indent + "subgraph " + id(name) + " [\"" + name + ": " + mode + " map\"]");
      flow(state.path("ItemProcessor"), indent + "  ");
      lines.add(indent + "end");
    } else if (state.path("Type").asText().equals("Parallel")) {
      lines.add(indent + "subgraph " + id(name) + " [\"" + name + ": side by side\"]");
      state.path("Branches").forEach(branch -> flow(branch, indent + "  "));
      lines.add(indent + "end");
    } else {
      lines.add(indent + id(name) + shape(name, state));
    }
  }

  private static String shape(String name, JsonNode state) {
    String label = "\"" + name + "\"";
    return switch (state.path("Type").asText()) {
      case "Choice" -> "{" + label + "}";
      case "Succeed", "Fail" -> "([" + label + "])";
      case "Wait" -> "[/" + label + "/]";
      default -> "[" + label + "]";
    };
  }

  private void arrows(String name, JsonNode state, String indent) {
    for (String field : List.of("Next", "Default")) {
      if (state.has(field)) {
        lines.add(indent + id(name) + " --> " + id(state.path(field).asText()));
      }
    }
    state
        .path("Choices")
        .forEach(
            choice -> lines.add(indent + id(name) + " --> " + id(choice.path("Next").asText())));
    state
        .path("Catch")
        .forEach(
            caught ->
                lines.add(
                    indent + id(name) + " -. on error .-> " + id(caught.path("Next").asText())));
  }

  private String id(String name) {
    return ids.computeIfAbsent(name, any -> "s" + ids.size());
  }
}
