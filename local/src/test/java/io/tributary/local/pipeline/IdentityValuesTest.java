package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import io.tributary.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers are compared byte by byte, whatever is in them. */
class IdentityValuesTest {
  private static final List<String> DISTINCT =
      List.of(
          "plain",
          "Plain",
          " plain",
          "it's; drop table x --",
          "back\\slash",
          "a,\"b\"\nc",
          "ünï 😀",
          "u\u0308nï 😀",
          "\u202Eمرحبا",
          "0",
          "00",
          "null",
          "k".repeat(10_000),
          "nul\u0000inside");

  @TempDir Path folder;

  @Test
  void keepsApartWhatDiffersAndIgnoresSpacesAtTheEnd() throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> values = new ArrayList<>(DISTINCT);
    values.addAll(List.of("plain  ", "", "   ", "\t"));
    for (int n = 0; n < values.size(); n++) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("id", "e" + n);
      event.put("type", "t");
      event.put("event_time", "2023-01-01 00:%02d:00".formatted(n));
      event.put("payload", Map.of("value", values.get(n)));
      lines.add(new String(Json.bytes(event), StandardCharsets.UTF_8));
    }
    var shop =
        new TestShop(folder)
            .conversions("c1,nobody,2023-01-10 12:00:00,1")
            .sessions("s1,nobody,2023-01-09 12:00:00,Email,0,0,0")
            .project(
                "  crm: {kind: customer_events}",
                "attribution: {models: [linear]}",
                "identity:",
                "  identifiers: [{name: key, priority: 1, from: {crm: payload.value}}]");
    Files.write(shop.files().data().resolve("raw.customer_events.ndjson"), lines);

    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.rows("select identifier, profile_id from tributary.identity_map"))
          .containsExactlyInAnyOrderElementsOf(
              DISTINCT.stream()
                  .map(value -> List.of(value, ProfileId.of(new Identifier("key", value))))
                  .toList());
      assertThat(cloud.column("select session_id from tributary.journey_sessions"))
          .as("rows without an identifier share their user_id")
          .containsExactly("s1");
    }
  }
}
