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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher script on a small checkout, with a java and a mvn that only tell. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "tributary").toAbsolutePath().normalize();
  private static final String JAR = "local/target/tributary-local-1.jar";

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
  private Path checkout;
  private Path tools;

  /** What a started launcher printed, and how it ended. */
  private record Outcome(int exitCode, String out, String err) {}

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

  @Test
  void buildsOnceAndThenLeavesMavenAlone() throws Exception {
    Outcome first = launch("query", "shop", "select 'a b'");
    Outcome second = launch("query", "shop", "select 'a b'");

    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).isEqualTo("Building Tributary (first time only, about a minute)…\n");
    assertThat(second.err()).isEmpty();
    assertThat(mavenRuns()).isEqualTo(1);
    assertThat(second.out()).contains("[query]", "[shop]", "[select 'a b']");
  }

  @Test
  void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
    launch("--help");
    touch("local/src/main/java/B.java", Instant.now().plusSeconds(60));

    Outcome outcome = launch("--help");

    assertThat(outcome.err()).isEqualTo("Building Tributary (its sources changed)…\n");
    assertThat(mavenRuns()).isEqualTo(2);
  }

  @Test
  void buildsAgainWhenASourceWasDeleted() throws Exception {
    launch("--help");
    Files.delete(checkout.resolve("src/main/java/A.java"));
    touch("src/main/java", Instant.now().plusSeconds(60));

    launch("--help");

    assertThat(mavenRuns()).isEqualTo(2);
  }

  @Test
  void doesNotBuildForANewerTest() throws Exception {
    launch("--help");
    write("local/src/test/java/T.java", "class T {}");
    touch("local/src/test/java/T.java", Instant.now().plusSeconds(60));

    launch("--help");

    assertThat(mavenRuns()).isEqualTo(1);
  }

  @Test
  void doesNotBuildAgainWhenMavenLeftTheJarAsItWas() throws Exception {
    launch("--help");
    touch(JAR, Instant.now().minusSeconds(3600));
    touch("local/target/launcher.built", Instant.now().minusSeconds(3600));
    fakeMaven("true");

    launch("--help");
    launch("--help");

    assertThat(mavenRuns()).isEqualTo(2);
  }

  @Test
  void usesAJarThatMavenBuiltWithoutTheLauncher() throws Exception {
    Files.createDirectories(checkout.resolve("local/target/lib"));
    write(JAR, "");
    touch(JAR, Instant.now().plusSeconds(60));

    assertThat(launch("--help").exitCode()).isZero();
    assertThat(mavenRuns()).isZero();
  }

  @Test
  void buildsAgainAfterABuildThatDidNotEnd() throws Exception {
    launch("--help");
    write("local/target/launcher.built.begun", "");

    launch("--help");
    launch("--help");

    assertThat(mavenRuns()).isEqualTo(2);
  }

  @Test
  void showsWhatMavenNamedWhenTheBuildFails() throws Exception {
    fakeMaven("echo '[INFO] many lines'; echo '[ERROR] B.java:[1,1] broken'; exit 1");

    Outcome outcome = launch("--help");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("[ERROR] B.java:[1,1] broken", "error: The build failed: mend", "build.log")
        .doesNotContain("many lines");
    assertThat(checkout.resolve("local/target/launcher.lock")).doesNotExist();
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));

    Outcome outcome = launch("--help");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("error: There is no mvn on the PATH: install Maven 3.8");
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    Files.delete(tools.resolve("java"));

    Outcome outcome = launch("--help");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("error: There is no java on the PATH: install a JDK 17 or newer");
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    Outcome outcome = launch(Map.of("JAVA_HOME", "/nowhere"), checkout.resolve("tributary"));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("error: JAVA_HOME is /nowhere, but");
  }

  @Test
  void refusesAnOldJavaByItsVersion() throws Exception {
    for (String version : List.of("1.8.0_292", "11.0.2")) {
      fakeJava(version);
      Outcome outcome = launch("--help");

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("and Tributary needs Java 17 or newer");
    }
    assertThat(mavenRuns()).isZero();
  }

  @Test
  void takesANewerJava() throws Exception {
    fakeJava("25");

    assertThat(launch("--help").exitCode()).isZero();
  }

  @Test
  void worksThroughSymbolicLinksFromAnywhere() throws Exception {
    Path link = temporary.resolve("bin/trib");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(temporary.resolve("hop"), checkout.resolve("tributary"));
    Files.createSymbolicLink(link, Path.of("../hop"));

    Outcome outcome = launch(Map.of(), link, "validate", "shop");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("[-Dtributary.home=" + checkout.toRealPath() + "]", "[validate]");
  }

  @Test
  void startsShortCommandsSmallAndGivesLongOnesMemory() throws Exception {
    assertThat(launch("query", "shop", "select 1").out())
        .contains("[-XX:TieredStopAtLevel=1]", "[-XX:+UseSerialGC]", "[-XX:SharedArchiveFile=");
    assertThat(launch("--debug", "run", "shop").out())
        .contains("[-XX:TieredStopAtLevel=1]", "[-XX:MaxRAMPercentage=50]")
        .doesNotContain("UseSerialGC");
  }

  @Test
  void passesWhatTheServersNeed() throws Exception {
    assertThat(launch("demo").out())
        .contains(
            "[-Dsun.net.httpserver.nodelay=true]",
            "[-Dsun.net.httpserver.maxIdleConnections=512]",
            "[--enable-native-access=ALL-UNNAMED]",
            "[-Duser.timezone=UTC]",
            "[-Dfile.encoding=UTF-8]")
        .doesNotContain("tributary.columns");
  }

  @Test
  void letsTheUsersOwnOptionsWin() throws Exception {
    Map<String, String> environment =
        Map.of("JAVA_OPTS", "-Xmx2g -Da=b", "TRIBUTARY_JAVA_OPTS", "-XX:+UseG1GC");
    String out = launch(environment, checkout.resolve("tributary"), "--help").out();

    assertThat(out).contains("[-Xmx2g]\n[-Da=b]\n[-XX:+UseG1GC]\n[-jar]");
    assertThat(out).doesNotContain("UseSerialGC");
  }

  @Test
  void handsTheExitCodeOfJavaOn() throws Exception {
    script("java", "[ \"$1\" != -version ] || { echo 'version \"17\"' >&2; exit 0; }", "exit 3");

    assertThat(launch("run", "shop").exitCode()).isEqualTo(3);
  }

  @Test
  void worksWithoutAClassArchive() throws Exception {
    script(
        "java",
        "case \"$*\" in *ArchiveClassesAtExit*) exit 1 ;; esac",
        "[ \"$1\" != -version ] || echo 'openjdk version \"17.0.1\"' >&2",
        "printf '[%s]\\n' \"$@\"");

    Outcome outcome = launch("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void buildsOnceWhenTwoStartTogether() throws Exception {
    // The first build goes on until the second launcher says that it waits.
    fakeMaven("until [ -f go ]; do sleep 0.05; done; mkdir -p local/target/lib && : >" + JAR);
    Process first = start(Map.of(), checkout.resolve("tributary"), "--help");
    awaitLine(first, "Building Tributary");
    Process second = start(Map.of(), checkout.resolve("tributary"), "--help");
    awaitLine(second, "Waiting for the build of another ./tributary (process-");
    write("go", "");

    assertThat(finish(first).exitCode()).isZero();
    assertThat(finish(second).exitCode()).isZero();
    assertThat(mavenRuns()).isEqualTo(1);
  }

  @Test
  void takesOverTheLockOfADeadBuild() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path lock = Files.createDirectories(checkout.resolve("local/target")).resolve("launcher.lock");
    Files.createSymbolicLink(lock, Path.of("process-" + dead.pid()));

    assertThat(launch("--help").exitCode()).isZero();
    assertThat(mavenRuns()).isEqualTo(1);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  private void awaitLine(Process process, String start) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = process.getErrorStream().read(); next != '\n'; ) {
      assertThat(next).as("the error stream ended after: " + line).isNotNegative();
      line.append((char) next);
      next = process.getErrorStream().read();
    }
    assertThat(line.toString()).startsWith(start);
  }

  private Outcome launch(String... arguments) throws Exception {
    return launch(Map.of(), checkout.resolve("tributary"), arguments);
  }

  private Outcome launch(Map<String, String> environment, Path script, String... arguments)
      throws Exception {
    return finish(start(environment, script, arguments));
  }

  private Process start(Map<String, String> environment, Path script, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools + ":" + systemTools());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Outcome finish(Process process) throws Exception {
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
  private void fakeJava(String version) throws IOException {
    script(
        "java",
        "[ \"$1\" != -version ] || { echo 'openjdk version \"" + version + "\" x' >&2; exit 0; }",
        "for a in \"$@\"; do",
        "  case $a in -XX:ArchiveClassesAtExit=*) echo x >\"${a#*=}\"; exit 0 ;; esac",
        "done",
        "printf '[%s]\\n' \"$@\"");
  }

  private void fakeMaven(String work) throws IOException {
    script("mvn", "echo run >>\"" + temporary + "/maven-runs\"", work);
  }

  private long mavenRuns() throws IOException {
    Path runs = temporary.resolve("maven-runs");
    if (!Files.exists(runs)) {
      return 0;
    }
    try (var lines = Files.lines(runs)) {
      return lines.count();
    }
  }

  private void script(String name, String... lines) throws IOException {
    executable(tools.resolve(name), lines);
  }

  private static void executable(Path file, String... lines) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void touch(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(checkout.resolve(file), FileTime.from(time));
  }
}
