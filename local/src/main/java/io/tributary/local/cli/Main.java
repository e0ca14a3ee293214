package io.tributary.local.cli;

import io.tributary.local.cli.command.DemoCommand;
import io.tributary.local.cli.command.ExplainCommand;
import io.tributary.local.cli.command.FeaturesCommand;
import io.tributary.local.cli.command.GenerateCommand;
import io.tributary.local.cli.command.InitCommand;
import io.tributary.local.cli.command.PublishCommand;
import io.tributary.local.cli.command.QueryCommand;
import io.tributary.local.cli.command.ResetCommand;
import io.tributary.local.cli.command.RollbackCommand;
import io.tributary.local.cli.command.RunCommand;
import io.tributary.local.cli.command.ValidateCommand;
import io.tributary.local.cli.engine.DemoEngine;
import io.tributary.local.cli.engine.Engines;
import io.tributary.local.cli.engine.OperatorEngines;
import io.tributary.local.cli.engine.RunEngine;
import io.tributary.local.cloud.CloudSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The command line's start: the one place that builds the commands and ends the process. */
public final class Main {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Main() {}

  public static void main(String[] arguments) {
    keepLogsQuiet(List.of(arguments).contains("--debug") ? "info" : "error");
    Terminal terminal = Terminal.ofProcess();
    System.exit(new CommandShell(terminal, commands(terminal)).run(arguments).number());
  }

  /** Every command over its engine. */
  static List<Object> commands(Terminal terminal) {
    Clock clock = Clock.systemUTC();
    RunEngine runs = new RunEngine(CloudSettings.usual());
    OperatorEngines operators = new OperatorEngines(CloudSettings.usual());
    Path demo = demoFolder(Path.of(System.getProperty("tributary.home", "")));
    return List.of(
        new DemoCommand(terminal, clock, demo, new DemoEngine(demo, runs)),
        new InitCommand(terminal, Engines::init),
        new RunCommand(terminal, clock, runs),
        new QueryCommand(terminal, Engines::query),
        new ExplainCommand(terminal, Engines::explain),
        new FeaturesCommand(terminal, Engines::features),
        new ValidateCommand(terminal, Engines::validate),
        new PublishCommand(terminal, clock, operators::publish),
        new RollbackCommand(terminal, clock, operators::rollback),
        new ResetCommand(terminal, Answers.ofProcess(), clock, operators::reset),
        new GenerateCommand(terminal, Engines::generate));
  }

  /** Below the checkout, as short as it can be written here. */
  static Path demoFolder(Path checkout) {
    Path here = Path.of("").toAbsolutePath();
    Path demo = checkout.toAbsolutePath().resolve("demo");
    return demo.startsWith(here) ? here.relativize(demo) : demo;
  }

  /** What a person needs to know a command says itself; the logs are for finding causes. */
  private static void keepLogsQuiet(String level) {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, level);
    }
  }
}
