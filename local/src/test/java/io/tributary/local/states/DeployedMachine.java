package io.tributary.local.states;

import io.tributary.local.cloud.Machines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine as it is deployed, over the functions and machines of a {@link StatesLab}. */
final class DeployedMachine {
  private static final List<String> FUNCTIONS =
      List.of(
          "Plan",
          "Extract",
          "Stage",
          "Credit",
          "Report",
          "Publish",
          "Link",
          "ParseAgents",
          "Batch",
          "Release");

  private DeployedMachine() {}

  /** The machine's definition; a function or machine that it calls has its name in lower case. */
  static String definition(String name) {
    Map<String, String> names = new HashMap<>();
    for (String function : FUNCTIONS) {
      names.put(
          function + "Function",
          "arn:aws:lambda:us-east-1:000000000000:function:" + function.toLowerCase());
    }
    for (String machine : List.of("Stage", "Stitch", "Sessions", "Attribute", "Run")) {
      names.put(
          machine + "Machine",
          "arn:aws:states:local:000000000000:stateMachine:" + machine.toLowerCase());
    }
    names.put("RequestQueueUrl", "http://queue");
    return Machines.definition(name, names);
  }
}
