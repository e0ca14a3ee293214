package io.tributary.stack.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tributary.local.functions.FunctionFailure;
import io.tributary.step.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function of the zip says where it cannot do its work. */
class ZipFailureTest {
  @TempDir static Path folder;
  private static UnpackedZip zip;

  @BeforeAll
  static void unpack() throws IOException {
    zip = UnpackedZip.into(folder.resolve("zip"));
  }

  @Test
  void answersEveryCallByTheSentenceOfAMissingVariable() throws IOException {
    var settings = FunctionSettings.alone("plan").without("TRIBUTARY_BUCKET");
    Path log = folder.resolve("settings.log");
    try (var environment = new ZipEnvironment(zip.command(), settings, log)) {
      for (int call = 0; call < 2; call++) {
        FunctionFailure failure = failureOf(environment, "{}");

        assertThat(failure.errorType()).isEqualTo("io.tributary.error.UserException");
        assertThat(failure.getMessage()).startsWith("The function lacks TRIBUTARY_BUCKET (");
      }
    }
  }

  @Test
  void logsAFailureAsLambdaDoesWithoutTheEvent() throws IOException {
    Path log = folder.resolve("event.log");
    String message = "{\"messageId\":\"m\",\"receiptHandle\":\"r\",\"body\":\"ann@shop.example\"}";
    try (var environment =
        new ZipEnvironment(zip.command(), FunctionSettings.alone("attribute"), log)) {
      FunctionFailure refused =
          failureOf(environment, "{\"Records\":[" + message + "," + message + "]}");
      FunctionFailure unreadable = failureOf(environment, "{\"Records\":\"secret-key\"}");

      assertThat(refused.errorType()).isEqualTo("io.tributary.error.PermanentException");
      assertThat(refused.getMessage()).startsWith("A worker takes one message");
      assertThat(unreadable.getMessage()).contains("events/attribute.json");
    }
    assertThat(Files.readString(log))
        .contains("A worker takes one message", "INTERNAL")
        .doesNotContain("ann@shop.example", "secret-key");
  }

  private static FunctionFailure failureOf(ZipEnvironment environment, String event) {
    var invocation = new Invocation("call", Instant.now().plus(Duration.ofMinutes(5)));
    return catchThrowableOfType(FunctionFailure.class, () -> environment.call(event, invocation));
  }
}
