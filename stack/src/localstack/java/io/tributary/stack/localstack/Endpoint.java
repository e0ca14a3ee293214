package io.tributary.stack.localstack;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Where LocalStack answers: at {@code TRIBUTARY_LOCALSTACK_ENDPOINT} where that is set, else in a
 * container of our own where there is Docker.
 */
final class Endpoint implements AutoCloseable {
  private static final String VARIABLE = "TRIBUTARY_LOCALSTACK_ENDPOINT";

  private static final String NONE =
      "Skipped, there is no LocalStack: start Docker, or set " + VARIABLE + " to a running one.";
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /** The last image that runs without a token. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private final URI address;
  private final Optional<LocalStackContainer> container;

  private Endpoint(URI address, Optional<LocalStackContainer> container) {
    this.address = address;
    this.container = container;
  }

  /** Without either the test that asks is skipped, with a sentence that says why. */
  static Endpoint find() {
    String given = System.getenv(VARIABLE);
    if (given != null && !given.isBlank()) {
      return new Endpoint(URI.create(given), Optional.empty());
    }
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      LOG.warn(NONE);
      Assumptions.abort(NONE);
    }
    var container = new LocalStackContainer(IMAGE).withServices("s3", "sqs", "stepfunctions");
    container.start();
    return new Endpoint(container.getEndpoint(), Optional.of(container));
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    container.ifPresent(LocalStackContainer::stop);
  }
}
