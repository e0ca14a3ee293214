package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CommandShellTest {
  private final ScreenCapture capture = new ScreenCapture();

  @Test
  void answersZeroForACommandThatIsDone() {
    assertThat(run(() -> {}, "work", "x")).isEqualTo(ExitCode.DONE);
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void answersOneForARunThatFailed() {
    var failure = new TransientException(ErrorCode.SERVICE_UNREACHABLE, "Nobody answers at x.");

    assertThat(run(failing(failure), "work", "x")).isEqualTo(ExitCode.FAILED);
    assertThat(capture.err()).isEqualTo("error: Nobody answers at x.\n");
  }

  @Test
  void answersTwoForWhatThePersonHasToChange() {
    var key = new UserException(ErrorCode.KEY_REFUSED, "The key was refused.");
    var source = new DataException(ErrorCode.SOURCE_INVALID, "No such column.");

    assertThat(run(failing(key), "work", "x")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run(failing(source), "work", "x")).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void answersThreeWhenAnotherRunHoldsTheProject() {
    var held = new UserException(ErrorCode.LEASE_HELD, "Run 3 is under way.");
    var lost = new LeaseLostException(ErrorCode.LEASE_LOST, "Run 4 took over.");

    assertThat(run(failing(held), "work", "x")).isEqualTo(ExitCode.HELD);
    assertThat(run(failing(lost), "work", "x")).isEqualTo(ExitCode.HELD);
  }

  @ParameterizedTest
  @CsvSource({
    "io.tributary.error.UserException, WRONG_INPUT",
    "io.tributary.error.LeaseLostException, HELD",
    "io.tributary.error.DataException, FAILED",
    "States.Timeout, FAILED"
  })
  void answersByTheKindOfFailureThatEndedARun(String error, ExitCode answer) {
    assertThat(run(failing(new FailedRun(error, "No key.")), "work", "x")).isEqualTo(answer);
    assertThat(capture.err()).isEqualTo("error: No key.\n");
  }

  @Test
  void answersOneForDataThatDoesNotReconcile() {
    var failure = new DataException(ErrorCode.NOT_RECONCILED, "One conversion is in no model.");

    assertThat(run(failing(failure), "work", "x")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void showsTheStackTraceOnlyWhenAsked() {
    var failure = new PermanentException(ErrorCode.STATEMENT_FAILED, "The statement failed.");

    run(failing(failure), "work", "x");
    assertThat(capture.err()).isEqualTo("error: The statement failed.\n");

    run(failing(failure), "work", "x", "--debug");
    assertThat(capture.err()).contains("\tat io.tributary.local.cli.CommandShellTest");
  }

  @Test
  void takesDebugBeforeTheCommandToo() {
    run(failing(new IllegalStateException("odd")), "--debug", "work", "x");

    assertThat(capture.err()).contains("\tat ");
  }

  @Test
  void asksForAReportOfAFailureThatItDoesNotKnow() {
    assertThat(run(failing(new IllegalStateException("odd")), "work", "x"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(capture.err())
        .isEqualTo(
            "error: Tributary failed in a way that it does not know (IllegalStateException: odd);"
                + " run it again with --debug and report what that prints.\n");
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    run(failing(new UncheckedIOException(new NoSuchFileException("a.csv"))), "work", "x");
    run(failing(new UncheckedIOException(new AccessDeniedException("b.csv"))), "work", "x");
    run(failing(new UncheckedIOException(full("c.csv"))), "work", "x");
    run(failing(new UncheckedIOException(new FileAlreadyExistsException("d"))), "work", "x");
    run(failing(new UncheckedIOException(new IOException("No space left on device"))), "work", "x");

    assertThat(capture.err().lines())
        .containsExactly(
            "error: There is no file a.csv; check the path.",
            "error: b.csv cannot be opened; change its permissions or its owner.",
            "error: c.csv could not be used (No space left on device); mend that and run it again.",
            "error: d is in the way; move it away and run it again.",
            "error: The disk is full; make room and run it again.");
  }

  @Test
  void saysThatAFolderCannotBeWrittenWhereAFileCannotBeMade(@TempDir Path folder) throws Exception {
    String missing = folder.resolve(".tributary").toString();
    Path there = Files.createFile(folder.resolve("there"));
    run(failing(new UncheckedIOException(new AccessDeniedException(missing))), "work", "x");
    run(failing(new UncheckedIOException(readOnly(missing))), "work", "x");
    run(
        failing(new UncheckedIOException(new AccessDeniedException(there.toString()))),
        "work",
        "x");

    String sentence = "error: The folder " + folder + " cannot be written; change its permissions";
    assertThat(capture.err().lines())
        .satisfiesExactly(
            denied -> assertThat(denied).startsWith(sentence),
            readOnly -> assertThat(readOnly).startsWith(sentence),
            file -> assertThat(file).startsWith("error: " + there + " cannot be opened;"));
  }

  @Test
  void survivesRunningOutOfMemory() {
    Runnable hungry =
        () -> {
          throw new OutOfMemoryError();
        };

    assertThat(run(hungry, "work", "x")).isEqualTo(ExitCode.FAILED);
    assertThat(capture.err()).contains("TRIBUTARY_JAVA_OPTS=-Xmx4g");
  }

  @ParameterizedTest
  @EnumSource(LaterCommand.class)
  void refusesACommandOfALaterVersionByName(LaterCommand later) {
    assertThat(run(() -> {}, later.label(), "shop", "--all")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .startsWith("error: '" + later.label() + "' (")
        .contains(") comes with a later version;")
        .hasLineCount(1);
  }

  @Test
  void suggestsTheNearestCommand() {
    assertThat(run(() -> {}, "wrk", "x")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo(
            "error: There is no command 'wrk'; did you mean work?"
                + " ./tributary --help shows what there is.\n");
  }

  @Test
  void suggestsTheNearestOption() {
    assertThat(run(() -> {}, "work", "x", "--colr=red")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo(
            "error: ./tributary work has no option '--colr=red'; did you mean --color?"
                + " ./tributary work --help shows what there is.\n");
  }

  @Test
  void saysWhichArgumentIsMissing() {
    assertThat(run(() -> {}, "work")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo(
            "error: ./tributary work needs DIR. ./tributary work --help shows what there is.\n");
  }

  @Test
  void saysWhichOptionLacksItsValue() {
    assertThat(run(() -> {}, "work", "x", "--color")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err()).startsWith("error: ./tributary work needs a value for --color.");
  }

  @Test
  void refusesAnArgumentTooMany() {
    assertThat(run(() -> {}, "work", "x", "select", "1")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .startsWith(
            "error: ./tributary work does not take 'select' as well; put quotes around an argument"
                + " that holds spaces.");
  }

  @Test
  void asksForACommandWhereThereIsNone() {
    assertThat(run(() -> {})).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo("error: No command was given. ./tributary --help shows what there is.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void listsCommandsAndExamples(String asked) {
    assertThat(run(() -> {}, asked)).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains("Usage: ./tributary")
        .contains("work", "Does some work.")
        .contains("Examples:", "./tributary demo", "Exit codes: 0 done");
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void showsTheHelpOfACommandBothWays() {
    run(() -> {}, "help", "work");
    String help = capture.out();
    run(() -> {}, "work", "--help");

    assertThat(help).startsWith("Usage: ./tributary work");
    assertThat(capture.out()).isEqualTo(help + help);
  }

  @Test
  void saysItsVersionAndThatOfJava() {
    assertThat(run(() -> {}, "--version")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out()).startsWith("tributary ").contains("Java " + Runtime.version());
  }

  private ExitCode run(Runnable work, String... arguments) {
    return new CommandShell(capture.pipe(), List.of(new Work(work))).run(arguments);
  }

  private static Runnable failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static FileSystemException readOnly(String file) {
    return new FileSystemException(file, null, "Read-only file system");
  }

  private static FileSystemException full(String file) {
    return new FileSystemException(file, null, "No space left on device");
  }

  @Command(name = "work", description = "Does some work.")
  private static final class Work implements Runnable {
    private final Runnable work;

    @Parameters(paramLabel = "DIR")
    private String folder;

    @Option(names = "--color", paramLabel = "NAME")
    private String color;

    Work(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      work.run();
    }
  }
}
