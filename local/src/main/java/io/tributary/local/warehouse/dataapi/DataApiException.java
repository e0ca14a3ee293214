package io.tributary.local.warehouse.dataapi;

import java.util.Map;

/** A request that is answered with an error of the Redshift Data API. */
final class DataApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient Map<String, String> details;

  private DataApiException(String type, String message, Map<String, String> details) {
    super(message);
    this.type = type;
    this.details = details;
  }

  static DataApiException invalid(String message) {
    return new DataApiException("ValidationException", message, Map.of());
  }

  static DataApiException missing(String id, String message) {
    return new DataApiException("ResourceNotFoundException", message, Map.of("ResourceId", id));
  }

  static DataApiException throttled(int most) {
    return new DataApiException(
        "ActiveStatementsExceededException",
        "Active statements exceeded the allowed quota (" + most + ").",
        Map.of());
  }

  static DataApiException internal() {
    return new DataApiException(
        "InternalServerException", "The local warehouse was told to fail.", Map.of());
  }

  String type() {
    return type;
  }

  Map<String, String> details() {
    return details;
  }

  int httpStatus() {
    return type.equals("InternalServerException") ? 500 : 400;
  }
}
