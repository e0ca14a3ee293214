package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small checkout with the launcher script, and a java and a mvn that only tell. */
abstract class LauncherCheckout {
  private static final Path SCRIPT = Path.of("..", "tributary").toAbsolutePath().normalize();
  static final String JAR = "local/target/tributary-local-1.jar";

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "tail");

  @TempDir Path temporary;
  Path checkout;
  Path tools;

  /** What a started launcher printed, and how it ended. */
  record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(temporary.resolve("a check out"));
    tools = Files.createDirectories(temporary.resolve("tools"));
    Files.copy(SCRIPT, checkout.resolve("tributary"), StandardCopyOption.COPY_ATTRIBUTES);
    write("pom.xml", "<project/>");
    write("src/pom.xml", "<project/>");
    write("src/main/java/A.java", "class A {}");
    write("local/pom.xml", "<project/>");
    write("local/src/main/java/B.java", "class B {}");
    fakeJava("17.0.15");
    fakeMaven("mkdir -p local/target/lib && : >" + JAR);
  }

  void awaitLine(Process process, String start) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = process.getErrorStream().read(); next != '\n'; ) {
      assertThat(next).as("the error stream ended after: " + line).isNotNegative();
      line.append((char) next);
      next = process.getErrorStream().read();
    }
    assertThat(line.toString()).startsWith(start);
  }

  Outcome launch(String... arguments) throws Exception {
    return launch(Map.of(), checkout.resolve("tributary"), arguments);
  }

  Outcome launch(Map<String, String> environment, Path script, String... arguments)
      throws Exception {
    return finish(start(environment, script, arguments));
  }

  Process start(Map<String, String> environment, Path script, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools + ":" + systemTools());
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Outcome finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  /** The system's own commands without its java and mvn. */
  private Path systemTools() throws IOException {
    Path folder = temporary.resolve("system");
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(folder);
    for (String name : TOOLS) {
      Path real =
          Files.exists(Path.of("/bin", name)) ? Path.of("/bin", name) : Path.of("/usr/bin", name);
      executable(folder.resolve(name), "exec " + real + " \"$@\"");
    }
    return folder;
  }

  /** A java that says its version, writes a class archive where asked, and shows its arguments. */
  void fakeJava(String version) throws IOException {
    script(
        "java",
        "[ \"$1\" != -version ] || { echo 'openjdk version \"" + version + "\" x' >&2; exit 0; }",
        "for a in \"$@\"; do",
        "  case $a in -XX:ArchiveClassesAtExit=*) echo x >\"${a#*=}\"; exit 0 ;; esac",
        "done",
        "printf '[%s]\\n' \"$@\"");
  }

  void fakeMaven(String work) throws IOException {
    script("mvn", "echo run >>\"" + temporary + "/maven-runs\"", work);
  }

  long mavenRuns() throws IOException {
    Path runs = temporary.resolve("maven-runs");
    if (!Files.exists(runs)) {
      return 0;
    }
    try (var lines = Files.lines(runs)) {
      return lines.count();
    }
  }

  void script(String name, String... lines) throws IOException {
    executable(tools.resolve(name), lines);
  }

  static void executable(Path file, String... lines) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  void write(String file, String text) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void touch(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(checkout.resolve(file), FileTime.from(time));
  }
}
