package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Ihc;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyFingerprintTest {
  @Test
  void isTheSameForTheSameSettingsAtAnotherPort() {
    assertThat(fingerprint("http://127.0.0.1:1", "stand-in", "a", Map.of()))
        .isEqualTo(fingerprint("http://127.0.0.1:2", "stand-in", "a", Map.of()))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void changesWithServiceAndTypeAndParameters() {
    assertThat(
            List.of(
                fingerprint("http://h", "one", "a", Map.of()),
                fingerprint("http://h", "two", "a", Map.of()),
                fingerprint("http://h", "one", "b", Map.of()),
                fingerprint("http://h", "one", "a", Map.of("x", 1)),
                fingerprint("http://h", "one", "a", Map.of("x", Map.of("y", 1)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheOrderOfParameters() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("second", 2);
    inner.put("first", 1);
    Map<String, Object> swapped = new LinkedHashMap<>();
    swapped.put("first", 1);
    swapped.put("second", 2);

    assertThat(fingerprint("http://h", "one", "a", Map.of("p", inner)))
        .isEqualTo(fingerprint("http://h", "one", "a", Map.of("p", swapped)));
  }

  private static String fingerprint(
      String base, String service, String type, Map<String, Object> parameter) {
    Ihc ihc =
        new Ihc(
            type,
            "secret",
            100,
            200,
            10,
            10,
            Duration.ofDays(30),
            parameter,
            Optional.empty(),
            Optional.empty());
    return JourneyFingerprint.of(new AttributionEndpoint(URI.create(base), service, true), ihc);
  }
}
