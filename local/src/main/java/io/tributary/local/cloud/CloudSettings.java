package io.tributary.local.cloud;

import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.states.Pace;
import io.tributary.local.warehouse.WarehouseLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a local cloud behaves.
 *
 * @param service the stand-in for the attribution service
 * @param pace how Wait states and retries pass
 * @param patience how long workers keep trying
 * @param pause how workers wait between calls
 * @param visibility how long a message that a worker took stays away
 * @param deliveries how often a message is delivered before it is a dead letter
 * @param environment where secrets are looked up, and how much memory the warehouse may take
 */
public record CloudSettings(
    ServiceSettings service,
    Pace pace,
    Patience patience,
    Pause pause,
    Duration visibility,
    int deliveries,
    Map<String, String> environment,
    Clock clock) {
  private static final String WAREHOUSE_MEMORY = "TRIBUTARY_WAREHOUSE_MEMORY";
  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]*(MB|GB|MiB|GiB)");

  /** How late a run may notice that a statement of the warehouse has ended. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(150);

  /**
   * That of production, but a request comes again within seconds: somebody waits for the run, and
   * what fails is sent again by the next.
   */
  private static final Patience PATIENCE_OF_A_PERSON =
      new Patience(
          5,
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30));

  public CloudSettings {
    environment = Map.copyOf(environment);
  }

  /** A run on a person's machine: waits between states are cut short, calls are not. */
  public static CloudSettings usual() {
    return new CloudSettings(
        ServiceSettings.defaults(),
        Pace.times(40).waitingAtMost(LONGEST_WAIT),
        PATIENCE_OF_A_PERSON,
        Pause.real(),
        Duration.ofMinutes(6),
        3,
        System.getenv(),
        Clock.systemUTC());
  }

  /**
   * The warehouse's limits; the environment may bound its memory.
   *
   * @throws UserException if what the environment says is no amount of memory
   */
  WarehouseLimits warehouse() {
    String memory = environment.getOrDefault(WAREHOUSE_MEMORY, "").trim();
    if (memory.isEmpty()) {
      return WarehouseLimits.defaults();
    }
    if (!AMOUNT.matcher(memory).matches()) {
      throw new UserException(
          ErrorCode.NOT_AVAILABLE,
          "%s is no amount of memory; write such as 2GB or 1500MB.".formatted(WAREHOUSE_MEMORY));
    }
    return WarehouseLimits.defaults().withMemory(memory);
  }

  public CloudSettings withService(ServiceSettings other) {
    return new CloudSettings(
        other, pace, patience, pause, visibility, deliveries, environment, clock);
  }
}
