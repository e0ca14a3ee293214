package io.tributary.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain Java: maps, lists, text, numbers, booleans and null. A value is never changed once
 * made, so states share it.
 */
public final class Values {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

  private Values() {}

  /**
   * Reads JSON text.
   *
   * @throws JsonProcessingException if the text is no JSON
   */
  public static Object parse(String text) throws JsonProcessingException {
    return MAPPER.readValue(text, Object.class);
  }

  /** The value as JSON text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an expression gave, as a value of its own; {@code 3.0} becomes {@code 3}. */
  static Object ofResult(Object result) {
    if (result == null || result == Jsonata.NULL_VALUE) {
      return null;
    }
    if (result instanceof Map<?, ?> object) {
      return ofObject(object);
    }
    if (result instanceof List<?> array) {
      List<Object> copy = new ArrayList<>(array.size());
      array.forEach(element -> copy.add(ofResult(element)));
      return copy;
    }
    if (result instanceof Number number) {
      return ofNumber(number);
    }
    if (result instanceof String || result instanceof Boolean) {
      return result;
    }
    throw new QueryFailure("The expression gave a function, which is no JSON value.");
  }

  private static Map<String, Object> ofObject(Map<?, ?> object) {
    Map<String, Object> copy = new LinkedHashMap<>();
    object.forEach((key, member) -> copy.put((String) key, ofResult(member)));
    return copy;
  }

  private static Number ofNumber(Number number) {
    boolean fraction = number instanceof Double || number instanceof Float;
    double value = number.doubleValue();
    if (fraction && value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
      return (long) value;
    }
    return number;
  }
}
