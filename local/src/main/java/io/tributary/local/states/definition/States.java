package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one state by its type and refuses every field that the type does not have. */
final class States {
  private static final Set<String> COMMON = Set.of("Type", "Comment", "QueryLanguage", "Output");
  private static final Set<String> GOES_ON = Set.of("Assign", "Next", "End");
  private static final Set<String> HANDLES = Set.of("Retry", "Catch");

  private States() {}

  static Optional<State> read(String name, Fields fields) {
    if (name.isEmpty() || name.length() > 80) {
      fields.problems().add(fields.place(), "a state's name has 1 to 80 characters");
    }
    requireJsonata(fields);
    String type = fields.text("Type");
    return switch (type) {
      case "Pass" -> Optional.of(pass(name, fields));
      case "Task" -> Optional.of(Tasks.read(name, fields));
      case "Choice" -> Optional.of(choice(name, fields));
      case "Wait" -> Optional.of(waiting(name, fields));
      case "Parallel" -> Optional.of(parallel(name, fields));
      case "Map" -> Optional.of(Maps.read(name, fields));
      case "Succeed" -> Optional.of(succeed(name, fields));
      case "Fail" -> Optional.of(fail(name, fields));
      case "" -> Optional.empty();
      default -> {
        fields.refuse("Type", "names '" + type + "', which is no type of state");
        yield Optional.empty();
      }
    };
  }

  static void requireJsonata(Fields fields) {
    fields
        .optionalText("QueryLanguage")
        .filter(language -> !language.equals("JSONata"))
        .ifPresent(
            language ->
                fields.refuse(
                    "QueryLanguage", "is '" + language + "' and only JSONata is supported"));
  }

  /** The fields that a type has besides those of every state. */
  static Set<String> withHandling(String... own) {
    Set<String> all = withTransition(own);
    all.addAll(HANDLES);
    return all;
  }

  private static Set<String> withTransition(String... own) {
    Set<String> all = new HashSet<>(COMMON);
    all.addAll(GOES_ON);
    all.addAll(List.of(own));
    return all;
  }

  private static State pass(String name, Fields fields) {
    fields.allowOnly(withTransition());
    return new State.Pass(name, Exits.ofState(fields));
  }

  private static State choice(String name, Fields fields) {
    Set<String> allowed = new HashSet<>(COMMON);
    allowed.addAll(Set.of("Choices", "Default", "Assign"));
    fields.allowOnly(allowed);
    List<Fields> rules = fields.objects("Choices");
    if (rules.isEmpty()) {
      fields.refuse("Choices", "must be an array of at least one rule");
    }
    return new State.Choice(
        name, rules.stream().map(States::rule).toList(), Exits.ofDefault(fields));
  }

  private static State.Choice.Rule rule(Fields fields) {
    fields.allowOnly(Set.of("Condition", "Next", "Output", "Assign", "Comment"));
    fields.text("Next");
    Template condition = required(fields, "Condition");
    boolean constant =
        condition instanceof Template.Literal literal && !(literal.value() instanceof Boolean);
    if (constant && fields.has("Condition")) {
      fields.refuse("Condition", "must be true, false or an expression");
    }
    return new State.Choice.Rule(condition, Exits.read(fields));
  }

  private static State waiting(String name, Fields fields) {
    fields.allowOnly(withTransition("Seconds", "Timestamp"));
    if (fields.has("Seconds") == fields.has("Timestamp")) {
      fields.problems().add(fields.place(), "needs either Seconds or Timestamp");
    }
    boolean seconds = fields.has("Seconds");
    Template value =
        seconds
            ? Numbers.count(fields, "Seconds", 99_999_999).orElseThrow()
            : fields.template("Timestamp").orElse(new Template.Literal(""));
    if (!seconds && value instanceof Template.Literal literal) {
      Moments.requireTimestamp(fields, literal.value());
    }
    State.Wait.Until until = seconds ? State.Wait.Until.SECONDS : State.Wait.Until.TIMESTAMP;
    return new State.Wait(name, until, value, Exits.ofState(fields));
  }

  private static State parallel(String name, Fields fields) {
    fields.allowOnly(withHandling("Branches", "Arguments"));
    List<Fields> branches = fields.objects("Branches");
    if (branches.isEmpty()) {
      fields.refuse("Branches", "must be an array of at least one branch");
    }
    for (Fields branch : branches) {
      branch.allowOnly(Set.of("StartAt", "States", "Comment"));
    }
    return new State.Parallel(
        name,
        branches.stream().map(Flows::read).toList(),
        fields.template("Arguments"),
        Errors.read(fields),
        Exits.ofState(fields));
  }

  private static State succeed(String name, Fields fields) {
    fields.allowOnly(COMMON);
    return new State.Succeed(name, fields.template("Output"));
  }

  private static State fail(String name, Fields fields) {
    fields.allowOnly(Set.of("Type", "Comment", "QueryLanguage", "Error", "Cause"));
    return new State.Fail(name, textTemplate(fields, "Error"), textTemplate(fields, "Cause"));
  }

  private static Optional<Template> textTemplate(Fields fields, String field) {
    Optional<Template> template = fields.template(field);
    boolean wrong =
        template.isPresent()
            && !(template.get() instanceof Template.Query)
            && !(template.get() instanceof Template.Literal literal
                && literal.value() instanceof String);
    if (wrong) {
      fields.refuse(field, "must be a text or an expression");
    }
    return template;
  }

  static Template required(Fields fields, String field) {
    if (!fields.has(field)) {
      fields.refuse(field, "is missing");
    }
    return fields.template(field).orElse(new Template.Literal(null));
  }
}
