package io.tributary.local.objects;

import java.util.Optional;

/**
 * The conditions of a request on the entity tag of the object that is there.
 *
 * @param match If-Match: a tag, or {@code *} for any object
 * @param noneMatch If-None-Match: a tag, or {@code *} for no object at all
 */
record Conditions(Optional<String> match, Optional<String> noneMatch) {
  static Conditions of(ObjectRequest request) {
    for (String unknown : new String[] {"if-modified-since", "if-unmodified-since"}) {
      if (request.headers().containsKey(unknown)) {
        throw Refusal.notImplemented("the condition " + unknown);
      }
    }
    return new Conditions(request.header("if-match"), request.header("if-none-match"));
  }

  /**
   * @throws Refusal if the object that is there forbids the write
   */
  void checkWrite(Optional<ObjectFile> there, ObjectName name) {
    if (noneMatch.isPresent()) {
      if (!noneMatch.get().equals("*")) {
        throw Refusal.notImplemented("If-None-Match with an entity tag on a write");
      }
      if (there.isPresent()) {
        throw Refusal.preconditionFailed("If-None-Match: *");
      }
    }
    if (match.isPresent()) {
      ObjectFile object = there.orElseThrow(() -> Refusal.noSuchKey(name));
      checkMatch(object);
    }
  }

  /**
   * @throws Refusal if the object that is there, or its absence, forbids the removal
   */
  void checkDelete(Optional<ObjectFile> there) {
    if (match.isPresent()) {
      checkMatch(there.orElseThrow(() -> Refusal.preconditionFailed("If-Match")));
    }
  }

  void checkMatch(ObjectFile object) {
    if (match.isPresent() && !names(match.get(), object)) {
      throw Refusal.preconditionFailed("If-Match");
    }
  }

  /** Whether a reader already has this object. */
  boolean notModified(ObjectFile object) {
    return noneMatch.isPresent() && names(noneMatch.get(), object);
  }

  private static boolean names(String condition, ObjectFile object) {
    return condition.equals("*") || unquoted(condition).equals(unquoted(object.etag()));
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
