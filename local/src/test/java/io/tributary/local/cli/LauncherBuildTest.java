package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the launcher builds, and what it says of it. */
class LauncherBuildTest extends LauncherCheckout {
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
}
