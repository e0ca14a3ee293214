package io.tributary.sessions;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ua_parser.Client;
import ua_parser.Parser;

/** What a user agent says of itself: the kind of device, the browser, the operating system. */
final class UserAgents {
  /** What the parser is; another one parses everything anew. */
  static final String VERSION = "uap-java 1.6.1, devices 1";

  private static final Set<String> DESKTOPS =
      Set.of(
          "windows",
          "mac os x",
          "mac os",
          "linux",
          "ubuntu",
          "fedora",
          "debian",
          "chrome os",
          "freebsd",
          "openbsd");
  private static final String OTHER = "Other";

  private final Parser parser = new Parser();

  /** What the text says; a part that it does not say is empty. */
  Parsed parse(String userAgent) {
    Client client = parser.parse(userAgent);
    return new Parsed(
        device(client, userAgent.toLowerCase(Locale.ROOT)),
        known(client.userAgent.family),
        known(client.os.family));
  }

  /**
   * What was found.
   *
   * @param device desktop, mobile, tablet, tv, bot or other
   */
  record Parsed(String device, Optional<String> browser, Optional<String> operatingSystem) {}

  private static String device(Client client, String text) {
    String family = client.device.family.toLowerCase(Locale.ROOT);
    String system = client.os.family.toLowerCase(Locale.ROOT);
    if (family.equals("spider") || text.contains("bot/") || text.contains("headlesschrome")) {
      return "bot";
    }
    if (text.contains("smart-tv") || text.contains("smarttv") || system.contains("tv")) {
      return "tv";
    }
    boolean isTablet =
        family.contains("ipad")
            || text.contains("tablet")
            || system.equals("android") && !text.contains("mobile");
    if (isTablet) {
      return "tablet";
    }
    if (system.equals("android") || system.equals("ios") || text.contains("mobile")) {
      return "mobile";
    }
    return DESKTOPS.contains(system) ? "desktop" : "other";
  }

  private static Optional<String> known(String family) {
    return Optional.ofNullable(family).filter(name -> !name.equals(OTHER));
  }
}
