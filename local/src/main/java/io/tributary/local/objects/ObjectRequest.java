package io.tributary.local.objects;

import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A path-style request, decoded. Header names are in lower case.
 *
 * @param bucket empty for a request to the service
 * @param key empty for a request to a bucket
 */
record ObjectRequest(
    String method,
    String bucket,
    String key,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body) {

  static final String METADATA_PREFIX = "x-amz-meta-";

  static ObjectRequest of(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new ObjectRequest(
        exchange.getRequestMethod(),
        decode(bucket),
        decode(key),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        exchange.getRequestBody());
  }

  ObjectName name() {
    return new ObjectName(bucket, key);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  String contentType() {
    return headers.getOrDefault("content-type", ObjectFile.PLAIN_TYPE);
  }

  /** The user's own metadata, without the prefix. */
  Map<String, String> metadata() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().startsWith(METADATA_PREFIX))
        .collect(
            Collectors.toMap(
                header -> header.getKey().substring(METADATA_PREFIX.length()),
                Map.Entry::getValue,
                (one, other) -> one,
                TreeMap::new));
  }

  /** Decodes what a URL escapes; unlike in a form, a plus stands for itself. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("The address has a malformed escape: " + e.getMessage());
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new TreeMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }
}
