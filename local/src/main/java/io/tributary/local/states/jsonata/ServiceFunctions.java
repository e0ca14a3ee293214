package io.tributary.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The functions that Step Functions adds to JSONata, and the one that it takes away. */
final class ServiceFunctions {
  private static final int MOST_ELEMENTS = 1_000;
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private ServiceFunctions() {}

  static void registerOn(Jsonata expression) {
    expression.registerFunction(
        "partition", Jsonata.function("partition", ServiceFunctions::partition, "<an:a>"));
    expression.registerFunction(
        "range", Jsonata.function("range", ServiceFunctions::range, "<nnn:a>"));
    expression.registerFunction("hash", Jsonata.function("hash", ServiceFunctions::hash, "<ss:s>"));
    expression.registerFunction(
        "uuid", Jsonata.function("uuid", () -> UUID.randomUUID().toString(), "<:s>"));
    expression.registerFunction(
        "parse", Jsonata.function("parse", ServiceFunctions::parse, "<s:x>"));
    expression.registerFunction(
        "random", Jsonata.function("random", ServiceFunctions::random, "<n?:n>"));
    expression.registerFunction(
        "eval", Jsonata.function("eval", ServiceFunctions::refuseEval, "<sx?:x>"));
  }

  private static List<List<Object>> partition(List<Object> elements, Number size) {
    int length = size.intValue();
    if (length < 1) {
      throw new QueryFailure("$partition needs a size of at least 1, not " + size + ".");
    }
    List<List<Object>> parts = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += length) {
      int to = Math.min(from + length, elements.size());
      parts.add(new ArrayList<>(elements.subList(from, to)));
    }
    return parts;
  }

  private static List<Long> range(Number first, Number last, Number step) {
    if (step.longValue() == 0) {
      throw new QueryFailure("$range needs a step other than 0.");
    }
    List<Long> numbers = new ArrayList<>();
    boolean upwards = step.longValue() > 0;
    long number = first.longValue();
    while (upwards ? number <= last.longValue() : number >= last.longValue()) {
      if (numbers.size() == MOST_ELEMENTS) {
        throw new QueryFailure("$range gives at most " + MOST_ELEMENTS + " numbers.");
      }
      numbers.add(number);
      number += step.longValue();
    }
    return numbers;
  }

  private static String hash(String text, String algorithm) {
    if (!DIGESTS.contains(algorithm)) {
      throw new QueryFailure("$hash knows " + DIGESTS + ", not '" + algorithm + "'.");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no digest " + algorithm, e);
    }
  }

  private static Object parse(String text) {
    try {
      Object value = Values.parse(text);
      return value == null ? Jsonata.NULL_VALUE : value;
    } catch (JsonProcessingException e) {
      throw new QueryFailure("$parse was given text that is no JSON.");
    }
  }

  private static Double random(Number seed) {
    return seed == null
        ? ThreadLocalRandom.current().nextDouble()
        : new Random(seed.longValue()).nextDouble();
  }

  private static Object refuseEval(Object expression, Object context) {
    throw new QueryFailure("$eval is not supported by Step Functions: write the expression out.");
  }
}
