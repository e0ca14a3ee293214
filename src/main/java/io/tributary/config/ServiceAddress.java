package io.tributary.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What the base address of a service may be. No message repeats it, for it may hold a password. */
final class ServiceAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LAST_PORT = 65_535;
  private static final String NO_ADDRESS =
      "is no address; begin it with http:// or https:// and name a host.";

  private ServiceAddress() {}

  /** What is wrong with the address, and the mend. */
  static Optional<String> fault(String address) {
    try {
      return fault(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.of(NO_ADDRESS);
    }
  }

  private static Optional<String> fault(URI address) {
    if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
      return Optional.of(
          "has credentials in it; remove them and keep the key in the secret that"
              + " `api_key_secret` names.");
    }
    if (address.getScheme() == null
        || !SCHEMES.contains(address.getScheme())
        || address.getHost() == null
        || address.getPort() > LAST_PORT) {
      return Optional.of(NO_ADDRESS);
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      return Optional.of("has a `?` or `#` in it; keep only what stands before.");
    }
    return Optional.empty();
  }
}
