package io.tributary.identity;

import io.tributary.config.EventColumns;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an identifier that somebody typed among those of the live run. */
final class KnownIdentifiers {
  private final IdentityQueries queries;
  private final List<String> types;

  KnownIdentifiers(IdentityQueries queries, Identity identity) {
    this.queries = queries;
    this.types = identity.byPriority().stream().map(IdentifierRule::name).toList();
  }

  /** An identifier with what the map says of it. */
  record Known(Explained.Person person, String component) {}

  /**
   * Finds an identifier.
   *
   * @throws UserException if it is not written as one, or there is none, with the nearest
   */
  Known find(String written) {
    Identifier identifier = identifier(written);
    Map<String, Object> names =
        Map.of(
            "type", IdentityQueries.text(identifier.type()),
            "value", EventColumns.literal(identifier.value()));
    return queries
        .first("explained_identifier", names)
        .map(row -> new Known(new Explained.Person(identifier, row.get(0)), row.get(1)))
        .orElseThrow(() -> unknown(identifier, names));
  }

  private Identifier identifier(String written) {
    int colon = written.indexOf(':');
    if (colon < 1 || colon == written.length() - 1) {
      throw wrong(
          "'%s' is no identifier; write its type and value, such as %s:…"
              .formatted(written, types.get(0)));
    }
    String type = written.substring(0, colon);
    if (!types.contains(type)) {
      String mend =
          Nearest.to(type, types)
              .map(near -> "did you mean " + near + "?")
              .orElseGet(() -> "there are " + String.join(", ", types) + ".");
      throw wrong("The project has no identifier of type '%s'; %s".formatted(type, mend));
    }
    return new Identifier(type, written.substring(colon + 1));
  }

  private UserException unknown(Identifier identifier, Map<String, Object> names) {
    if (queries.first("explained_blocked", names).isPresent()) {
      return wrong(
          "%s is blocked, so it takes part in no profile; identity_quarantine says which event brought it."
              .formatted(identifier));
    }
    return wrong(
        "No event of the live run carries %s%s".formatted(identifier, mend(identifier, names)));
  }

  private String mend(Identifier identifier, Map<String, Object> names) {
    Optional<List<String>> elsewhere = queries.first("explained_elsewhere", names);
    if (elsewhere.isPresent()) {
      return "; did you mean %s:%s?".formatted(elsewhere.get().get(0), identifier.value());
    }
    try (Stream<List<String>> near = queries.rows("explained_near", names)) {
      List<String> values = near.map(row -> row.get(0)).toList();
      return Nearest.to(identifier.value(), values)
          .map(value -> "; the nearest is %s:%s.".formatted(identifier.type(), value))
          .orElse(", nor one that is spelled nearly so; values are compared byte by byte.");
    }
  }

  private static UserException wrong(String sentence) {
    return new UserException(ErrorCode.NOT_AVAILABLE, sentence);
  }
}
