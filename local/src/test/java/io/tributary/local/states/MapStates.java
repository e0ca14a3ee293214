package io.tributary.local.states;

/** Map states as text. */
final class MapStates {
  static final String CALL =
      "'Call': {'Type': 'Task', 'Resource': 'arn:aws:lambda:local:000000000000:function:f',"
          + " 'End': true}";
  static final String DISTRIBUTED =
      "'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, ";

  private MapStates() {}

  static String map(String mode, String more, String processor) {
    return "'Map': {'Type': 'Map', 'End': true, "
        + more
        + "'ItemProcessor': {"
        + mode
        + processor
        + "}}";
  }

  /** Fails for the item 'bad', waits for nothing. */
  static void failingFunction(StatesLab lab) {
    lab.function(
        "f",
        input -> {
          if (input.get("v").equals("bad")) {
            throw new IllegalArgumentException("A bad item.");
          }
          return input.get("v");
        });
  }
}
