package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's drawings are those of the state machines as they are. */
class DrawingsTest {
  @Test
  void areUpToDate() throws IOException {
    String readme = Checkout.text("README.md");
    String drawn = readme;
    for (var machine : Machine.all(Deployment.usual()).entrySet()) {
      drawn = with(drawn, machine.getKey(), Drawing.of(machine.getValue().definition()));
    }
    if (Boolean.getBoolean("tributary.renew")) {
      Files.writeString(Checkout.file("README.md"), drawn);
    } else {
      assertThat(readme)
          .as("A machine changed: renew its drawing with 'make drawings'")
          .isEqualTo(drawn);
    }
  }

  /** Puts the drawing between its two marks. */
  private static String with(String readme, String machine, String drawing) {
    Matcher place =
        Pattern.compile("(?s)(<!-- machine " + machine + " -->\n).*?(<!-- end of machine -->)")
            .matcher(readme);
    assertThat(place.find()).as("README.md has a place for the machine " + machine).isTrue();
    return place.replaceFirst("$1" + Matcher.quoteReplacement(drawing) + "$2");
  }
}
