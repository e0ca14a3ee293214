package io.tributary.local.states.definition;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Task calls.
 *
 * @param arn as the definition writes it
 * @param service which integration serves it
 * @param action the operation, such as {@code sendMessage}; a function's name for a bare function
 * @param completion when the task is done
 */
public record Resource(String arn, Service service, String action, Completion completion) {
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:([A-Za-z0-9_-]+)(:.+)?");
  private static final Pattern DATA_CALL =
      Pattern.compile("arn:aws:states:::aws-sdk:redshiftdata:([A-Za-z]+)");
  private static final Set<String> DATA_ACTIONS =
      Set.of(
          "batchExecuteStatement",
          "cancelStatement",
          "describeStatement",
          "describeTable",
          "executeStatement",
          "getStatementResult",
          "getStatementResultV2",
          "listDatabases",
          "listSchemas",
          "listStatements",
          "listTables");

  /** The services that a Task can call. */
  public enum Service {
    /** A function by its own ARN: the arguments are its payload. */
    FUNCTION("lambda"),
    LAMBDA("lambda"),
    REDSHIFT_DATA("aws-sdk:redshiftdata"),
    SQS("sqs"),
    STATES("states");

    private final String resourceType;

    Service(String resourceType) {
      this.resourceType = resourceType;
    }

    /** The service as the history names it. */
    public String resourceType() {
      return resourceType;
    }
  }

  /** When the task is done. */
  public enum Completion {
    /** With the answer of the call. */
    ANSWER(""),
    /** When somebody gives the task token back. */
    TOKEN(".waitForTaskToken"),
    /** When the started execution ends. */
    EXECUTION(".sync:2");

    private final String suffix;

    Completion(String suffix) {
      this.suffix = suffix;
    }
  }

  /** The resource of the ARN; empty if this runner has none such. */
  public static Optional<Resource> of(String arn) {
    Matcher function = FUNCTION.matcher(arn);
    if (function.matches()) {
      return Optional.of(new Resource(arn, Service.FUNCTION, function.group(1), Completion.ANSWER));
    }
    Matcher data = DATA_CALL.matcher(arn);
    if (data.matches() && DATA_ACTIONS.contains(data.group(1))) {
      return Optional.of(
          new Resource(arn, Service.REDSHIFT_DATA, data.group(1), Completion.ANSWER));
    }
    return switch (arn) {
      case "arn:aws:states:::lambda:invoke" ->
          Optional.of(new Resource(arn, Service.LAMBDA, "invoke", Completion.ANSWER));
      case "arn:aws:states:::sqs:sendMessage" ->
          Optional.of(new Resource(arn, Service.SQS, "sendMessage", Completion.ANSWER));
      case "arn:aws:states:::sqs:sendMessage.waitForTaskToken" ->
          Optional.of(new Resource(arn, Service.SQS, "sendMessage", Completion.TOKEN));
      case "arn:aws:states:::states:startExecution" ->
          Optional.of(new Resource(arn, Service.STATES, "startExecution", Completion.ANSWER));
      case "arn:aws:states:::states:startExecution.sync:2" ->
          Optional.of(new Resource(arn, Service.STATES, "startExecution", Completion.EXECUTION));
      default -> Optional.empty();
    };
  }

  /** The action as the history names it, such as {@code sendMessage.waitForTaskToken}. */
  public String historyName() {
    return action + completion.suffix;
  }
}
