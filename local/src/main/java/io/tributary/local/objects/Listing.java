package io.tributary.local.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page of ListObjectsV2: keys and common prefixes, together at most so many. */
final class Listing {
  private final String prefix;
  private final String delimiter;
  private final String marker;
  private final int most;
  private final List<String> keys = new ArrayList<>();
  private final List<String> commonPrefixes = new ArrayList<>();
  private boolean truncated;
  private String last = "";

  private Listing(String prefix, String delimiter, String marker, int most) {
    this.prefix = prefix;
    this.delimiter = delimiter;
    this.marker = marker;
    this.most = most;
  }

  /**
   * @param marker the last key or common prefix of the page before, or the key to start after
   */
  static Listing read(ObjectFolder folder, ObjectRequest request, String marker, int most)
      throws IOException {
    Listing listing =
        new Listing(
            request.parameter("prefix").orElse(""),
            request.parameter("delimiter").orElse(""),
            marker,
            most);
    KeyWalk walk =
        new KeyWalk(folder.paths().existingBucket(request.bucket()), listing.prefix, marker);
    if (most > 0) {
      walk.visit(listing::offer);
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
    if (!common.isEmpty() && (common.equals(last) || common.equals(marker))) {
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
