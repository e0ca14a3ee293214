package io.tributary.local.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page of ListObjectsV2: keys and common prefixes, together at most so many. */
final class Listing {
  private final String prefix;
  private final String delimiter;
  private final int most;
  private final List<String> keys = new ArrayList<>();
  private final List<String> commonPrefixes = new ArrayList<>();
  private boolean truncated;
  private String last;

  private Listing(String prefix, String delimiter, int most, String last) {
    this.prefix = prefix;
    this.delimiter = delimiter;
    this.most = most;
    this.last = last;
  }

  /** Reads the page that follows the request's token, or begins after its start-after. */
  static Listing read(ObjectFolder folder, ObjectRequest request, int most) throws IOException {
    Optional<String> token = request.parameter("continuation-token");
    String marker = token.or(() -> request.parameter("start-after")).orElse("");
    String prefix = request.parameter("prefix").orElse("");
    Listing listing =
        new Listing(prefix, request.parameter("delimiter").orElse(""), most, token.orElse(""));
    if (most > 0) {
      new KeyWalk(folder.paths().existingBucket(request.bucket()), prefix, marker)
          .visit(listing::offer);
    }
    return listing;
  }

  List<String> keys() {
    return keys;
  }

  List<String> commonPrefixes() {
    return commonPrefixes;
  }

  /** Where the next page begins; empty on the last page. */
  Optional<String> next() {
    return truncated ? Optional.of(last) : Optional.empty();
  }

  private boolean offer(String key) {
    String common = commonPrefix(key);
    if (!common.isEmpty() && common.equals(last)) {
      return true;
    }
    if (keys.size() + commonPrefixes.size() == most) {
      truncated = true;
      return false;
    }
    if (common.isEmpty()) {
      keys.add(key);
      last = key;
    } else {
      commonPrefixes.add(common);
      last = common;
    }
    return true;
  }

  private String commonPrefix(String key) {
    int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return at < 0 ? "" : key.substring(0, at + delimiter.length());
  }
}
