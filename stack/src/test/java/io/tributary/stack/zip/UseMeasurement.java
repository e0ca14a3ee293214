package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;

/** What a run of a generated shop uses: calls and seconds of each function, state transitions. */
final class UseMeasurement {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(12);

  private UseMeasurement() {}

  /** Makes a shop of so many visitors and runs it once, every model, paying for every journey. */
  static ObjectNode measure(Path folder, int users)
      throws IOException, SQLException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var shop = ShopGenerator.generate(folder, ShopSettings.of(users, 90, 1));
    try (var shopCloud = ShopCloud.usual(new ProjectFiles(folder))) {
      shopCloud.run(LONGEST_RUN);
      LocalCloud cloud = shopCloud.cloud();
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("load_before", load);
      figures.put("sessions", shop.sessions()).put("conversions", shop.conversions());
      figures.put("requests", cloud.service().calls());
      figures.put("transitions", cloud.states().totalTransitions());
      ObjectNode functions = figures.putObject("functions");
      new TreeMap<>(cloud.functions().use())
          .forEach(
              (name, use) ->
                  functions
                      .putObject(name)
                      .put("calls", use.calls())
                      .put("seconds", use.duration().toMillis() / 1000.0));
      return figures;
    }
  }
}
