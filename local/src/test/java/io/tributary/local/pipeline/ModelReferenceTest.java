package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.pipeline.NaiveModels.Touch;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of made-up journeys, ties and all: the SQL's credits are those of the definitions. */
class ModelReferenceTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final LocalDateTime START = LocalDateTime.parse("2023-01-01T00:00:00");
  private static final List<String> CHANNELS =
      List.of("Direct", "direct mail", "Search", "Email", "Display", "In-direct");

  /** Both sides round; a share that lies between two roundings may fall to either. */
  private static final Offset<BigDecimal> LAST_PLACE = Offset.offset(new BigDecimal("0.000000002"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void equalsTheDefinitions(long seed) {
    Random random = new Random(seed);
    Map<String, List<Touch>> sessionsOf = sessions(random);
    Map<String, LocalDateTime> convertedAt = new HashMap<>();
    List<String> conversions = new ArrayList<>();
    sessionsOf.forEach(
        (user, touches) -> {
          LocalDateTime at = touches.get(random.nextInt(touches.size())).at();
          convertedAt.put("c-" + user, at);
          conversions.add("c-%s,%s,%s,%d.50".formatted(user, user, TIME.format(at), at.getHour()));
        });
    List<String> sessions = new ArrayList<>();
    sessionsOf.forEach((user, touches) -> touches.forEach(t -> sessions.add(line(user, t))));
    var shop =
        new TestShop(folder)
            .conversions(conversions.toArray(String[]::new))
            .sessions(sessions.toArray(String[]::new))
            .project();
    try (var cloud = TestCloud.start(shop).succeed()) {
      Map<String, BigDecimal> credits = credits(cloud);
      for (String model : models()) {
        sessionsOf.forEach(
            (user, touches) -> {
              var naive = new NaiveModels(touches, convertedAt.get("c-" + user));
              check(credits, model, "c-" + user, naive);
            });
      }
      assertThat(
              cloud.rows(
                  "select model, conversion_id, sum(credit)::decimal(18, 9)"
                      + " from tributary.attribution_customer_journey"
                      + " group by model, conversion_id having sum(credit) <> 1 or min(credit) < 0"))
          .isEmpty();
    }
  }

  private static void check(
      Map<String, BigDecimal> credits, String model, String conversion, NaiveModels naive) {
    List<BigDecimal> expected = naive.credits(model);
    for (int i = 0; i < expected.size(); i++) {
      String key = model + " " + conversion + " " + naive.journey().get(i).session();
      assertThat(credits.get(key)).as(key).isCloseTo(expected.get(i), LAST_PLACE);
    }
  }

  private static List<String> models() {
    return List.of(
        "ihc",
        "first_touch",
        "last_touch",
        "last_non_direct",
        "linear",
        "time_decay",
        "position_based");
  }

  /** Users with 1 to 12 sessions, some in the same second. */
  private static Map<String, List<Touch>> sessions(Random random) {
    Map<String, List<Touch>> sessions = new HashMap<>();
    for (int user = 0; user < 300; user++) {
      List<Touch> touches = new ArrayList<>();
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        LocalDateTime at =
            i > 0 && random.nextInt(5) == 0
                ? touches.get(i - 1).at()
                : START.plusSeconds(random.nextInt(40 * 86_400));
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        String id = "s-%d-%d".formatted(user, random.nextInt(1_000_000));
        touches.add(new Touch(id, at, channel, random.nextBoolean(), random.nextInt(3) == 0));
      }
      sessions.put("u" + user, touches);
    }
    return sessions;
  }

  private static String line(String user, Touch touch) {
    return "%s,%s,%s,%s,%d,%d,0"
        .formatted(
            touch.session(),
            user,
            TIME.format(touch.at()),
            touch.channel(),
            touch.holder() ? 1 : 0,
            touch.closer() ? 1 : 0);
  }

  private static Map<String, BigDecimal> credits(TestCloud cloud) {
    Map<String, BigDecimal> credits = new HashMap<>();
    cloud
        .rows(
            "select model, conversion_id, session_id, credit"
                + " from tributary.attribution_customer_journey")
        .forEach(
            row ->
                credits.put(
                    row.get(0) + " " + row.get(1) + " " + row.get(2), new BigDecimal(row.get(3))));
    return credits;
  }
}
