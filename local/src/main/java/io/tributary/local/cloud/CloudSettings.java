package io.tributary.local.cloud;

import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.states.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * How a local cloud behaves.
 *
 * @param service the stand-in for the attribution service
 * @param pace how Wait states and retries pass
 * @param patience how long workers keep trying
 * @param pause how workers wait between calls
 * @param visibility how long a message that a worker took stays away
 * @param deliveries how often a message is delivered before it is a dead letter
 * @param environment where secrets are looked up
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

  public CloudSettings withService(ServiceSettings other) {
    return new CloudSettings(
        other, pace, patience, pause, visibility, deliveries, environment, clock);
  }
}
