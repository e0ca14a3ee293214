package io.tributary.local.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state machines as they are deployed, with their substitutions filled in. */
public final class Machines {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z]+)}");

  private Machines() {}

  /**
   * A definition.
   *
   * @param name such as {@code pipeline}
   * @param substitutions by the names that the deployment's DefinitionSubstitutions have
   */
  public static String definition(String name, Map<String, String> substitutions) {
    Matcher matcher = SUBSTITUTION.matcher(read("/statemachine/" + name + ".asl.json"));
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(value(found.group(1), substitutions)));
  }

  private static String value(String name, Map<String, String> substitutions) {
    String value = substitutions.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A state machine asks for ${" + name + "}, not given");
    }
    return value;
  }

  private static String read(String resource) {
    try (InputStream in = Machines.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no state machine " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
