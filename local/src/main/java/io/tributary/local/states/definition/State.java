package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One state of a flow. */
public sealed interface State {
  String name();

  /** Names the type in the history's events, such as {@code Task} in TaskStateEntered. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** The places to which this state may go. */
  List<Exit> exits();

  /** The flows inside this state. */
  default List<Flow> innerFlows() {
    return List.of();
  }

  /** Calls the case of this state's type. */
  void match(Cases cases);

  /** What to do with each type of state. */
  interface Cases {
    void pass(Pass state);

    void task(Task state);

    void choice(Choice state);

    void waiting(Wait state);

    void parallel(Parallel state);

    void inlineMap(InlineMap state);

    void distributedMap(DistributedMap state);

    void succeed(Succeed state);

    void fail(Fail state);
  }

  /** A state that leads to one other, or ends the flow well. */
  sealed interface Onward extends State {
    Exit exit();

    @Override
    default List<Exit> exits() {
      return List.of(exit());
    }
  }

  /** A state that may fail, and what is done about it. */
  sealed interface Handled extends Onward {
    Handling handling();

    @Override
    default List<Exit> exits() {
      return handling().exitsWith(exit());
    }
  }

  /** Runs one flow for each item. */
  sealed interface EachItem extends Handled {
    Flow processor();

    @Override
    default String type() {
      return "Map";
    }

    @Override
    default List<Flow> innerFlows() {
      return List.of(processor());
    }
  }

  /** A state that ends the flow. */
  sealed interface End extends State {
    @Override
    default List<Exit> exits() {
      return List.of();
    }
  }

  /** Hands its input on, or what Output makes of it. */
  record Pass(String name, Exit exit) implements Onward {
    @Override
    public void match(Cases cases) {
      cases.pass(this);
    }
  }

  /** Calls a resource. */
  record Task(
      String name,
      Resource resource,
      Optional<Template> arguments,
      Optional<Template> timeoutSeconds,
      Optional<Template> heartbeatSeconds,
      Handling handling,
      Exit exit)
      implements Handled {
    @Override
    public void match(Cases cases) {
      cases.task(this);
    }
  }

  /** Goes where the first true condition says, else by {@code otherwise}. */
  record Choice(String name, List<Rule> rules, Exit otherwise) implements State {
    public Choice {
      rules = List.copyOf(rules);
    }

    /** A condition and where it leads. */
    public record Rule(Template condition, Exit exit) {}

    @Override
    public List<Exit> exits() {
      return Stream.concat(rules.stream().map(Rule::exit), Stream.of(otherwise)).toList();
    }

    @Override
    public void match(Cases cases) {
      cases.choice(this);
    }
  }

  /** Waits a number of seconds or until a moment. */
  record Wait(String name, Until until, Template value, Exit exit) implements Onward {
    /** What the value says. */
    public enum Until {
      SECONDS,
      TIMESTAMP
    }

    @Override
    public void match(Cases cases) {
      cases.waiting(this);
    }
  }

  /** Runs several flows on one input at the same time. */
  record Parallel(
      String name, List<Flow> branches, Optional<Template> arguments, Handling handling, Exit exit)
      implements Handled {
    public Parallel {
      branches = List.copyOf(branches);
    }

    @Override
    public List<Flow> innerFlows() {
      return branches;
    }

    @Override
    public void match(Cases cases) {
      cases.parallel(this);
    }
  }

  /** Runs one flow for each item inside the same execution. */
  record InlineMap(
      String name,
      Items items,
      Flow processor,
      Optional<Template> maxConcurrency,
      Handling handling,
      Exit exit)
      implements EachItem {
    @Override
    public void match(Cases cases) {
      cases.inlineMap(this);
    }
  }

  /** Runs one flow for each item as an execution of its own. */
  record DistributedMap(
      String name,
      Items items,
      Flow processor,
      Optional<Template> maxConcurrency,
      Tolerance tolerance,
      Optional<String> label,
      Handling handling,
      Exit exit)
      implements EachItem {
    @Override
    public void match(Cases cases) {
      cases.distributedMap(this);
    }
  }

  /** Ends the flow well. */
  record Succeed(String name, Optional<Template> output) implements End {
    @Override
    public void match(Cases cases) {
      cases.succeed(this);
    }
  }

  /** Ends the flow with an error. */
  record Fail(String name, Optional<Template> error, Optional<Template> cause) implements End {
    @Override
    public void match(Cases cases) {
      cases.fail(this);
    }
  }
}
