package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which java the launcher starts, and with what. */
class LauncherTest extends LauncherCheckout {
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
}
