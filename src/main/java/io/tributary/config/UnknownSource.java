package io.tributary.config;

import io.tributary.text.Nearest;
import java.util.List;
import java.util.Optional;

/** What is said of a name that no source has. */
final class UnknownSource {
  private UnknownSource() {}

  /** Empty where a source of the name is written and is itself wrong, which is said already. */
  static Optional<String> sentence(String written, List<Source> sources, Problems problems) {
    if (problems.touch("sources." + written)) {
      return Optional.empty();
    }
    List<String> names = sources.stream().map(Source::name).toList();
    String mend =
        Nearest.to(written, names)
            .map(near -> "did you mean " + Values.quoted(near) + "?")
            .orElseGet(() -> "there are " + Values.listed(names) + ".");
    return Optional.of("There is no source %s; %s".formatted(Values.quoted(written), mend));
  }
}
