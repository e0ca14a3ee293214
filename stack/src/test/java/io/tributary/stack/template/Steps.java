package io.tributary.stack.template;

import io.tributary.Clients;
import io.tributary.Pipeline;
import io.tributary.Settings;
import io.tributary.attribution.AttributionEndpoint;
import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.step.StepDefinition;
import io.tributary.warehouse.WarehouseTarget;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The steps of the pipeline, whose names its functions bear. */
final class Steps {
  private Steps() {}

  /** Every step; none of them is called, so there is nothing behind the clients. */
  static List<StepDefinition> all() {
    var service = new AttributionEndpoint(URI.create("https://service"), "service", true);
    var settings =
        new Settings(
            "bucket",
            new WarehouseTarget(
                "dev", Optional.of("workgroup"), Optional.empty(), Optional.empty()),
            "queue",
            new AttributionEndpoints(service),
            Patience.usual(),
            Pause.real(),
            Clock.systemUTC(),
            OptionalInt.empty());
    return new Pipeline(new Clients(null, null, null, null, null), settings).steps();
  }

  /** {@code fail-request} is {@code FailRequestFunction} in the template. */
  static String logicalId(String step) {
    return Arrays.stream(step.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", "Function"));
  }
}
