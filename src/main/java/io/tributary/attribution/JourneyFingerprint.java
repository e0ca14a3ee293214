package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tributary.config.Ihc;
import io.tributary.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What the service's answers depend on besides the journey: part of the hash under which they are
 * kept.
 */
public final class JourneyFingerprint {
  private static final ObjectWriter CANONICAL =
      Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private JourneyFingerprint() {}

  /** SHA-256 in hex over the service, the conversion type and its parameters in key order. */
  public static String of(AttributionEndpoint endpoint, Ihc ihc) {
    Map<String, Object> settings =
        Map.of(
            "endpoint", endpoint.fingerprint(),
            "conv_type_id", ihc.convTypeId(),
            "redistribution_parameter", ihc.redistributionParameter());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(CANONICAL.writeValueAsBytes(settings)));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
