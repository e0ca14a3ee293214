package io.tributary.attribution;

import io.tributary.config.Ihc;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.secrets.Secrets;
import java.util.Optional;

/** The key of the project, read once a run, so that a mended one counts from the next run on. */
final class ServiceKey {
  private final Secrets secrets;
  private final AttributionEndpoints endpoints;
  private long run = -1;
  private Optional<String> key = Optional.empty();

  ServiceKey(Secrets secrets, AttributionEndpoints endpoints) {
    this.secrets = secrets;
    this.endpoints = endpoints;
  }

  /**
   * The key for the run's calls; empty where the service needs none.
   *
   * @throws UserException if there is no such secret or it cannot be a key
   */
  Optional<String> of(long askingRun, Ihc ihc) {
    if (endpoints.of(ihc).needsKey() && run != askingRun) {
      String secret = ihc.apiKeySecret();
      key = Optional.of(checked(secret, secrets.value(secret).strip()));
      run = askingRun;
    }
    return key;
  }

  private static String checked(String secret, String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new UserException(
          ErrorCode.SECRET_MISSING,
          "The secret '" + secret + "' is no key of the attribution service: " + mend(secret));
    }
    return value;
  }

  /** What the service said about the key, and the mend. */
  static UserException refused(String secret, String said) {
    return new UserException(
        ErrorCode.KEY_REFUSED,
        "The attribution service does not take the key (" + said + "): " + mend(secret));
  }

  private static String mend(String secret) {
    return "put a valid key into the secret '"
        + secret
        + "' (locally the environment variable "
        + Secrets.localVariable(secret)
        + ") and run again.";
  }
}
