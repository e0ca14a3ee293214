package io.tributary.local.states.execution;

/** The names of machines, executions and map runs. */
public final class Arns {
  private static final String PREFIX =
      "arn:aws:states:" + Engine.REGION + ":" + Engine.ACCOUNT + ":";

  private Arns() {}

  public static String machine(String name) {
    return PREFIX + "stateMachine:" + name;
  }

  public static String execution(String machine, String name) {
    return PREFIX + "execution:" + machine + ":" + name;
  }

  static String mapRun(String machine, String labelAndId) {
    return PREFIX + "mapRun:" + machine + "/" + labelAndId;
  }
}
