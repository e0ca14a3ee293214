package io.tributary.local.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The keys of a bucket in the order of their UTF-8 bytes, read folder by folder: a folder that
 * cannot hold a key with the prefix, or one after the marker, is not opened.
 *
 * @param bucket the bucket's folder
 * @param prefix what the keys begin with
 * @param marker keys up to this one are left out; empty for none
 */
record KeyWalk(Path bucket, String prefix, String marker) {
  static final Comparator<String> UTF8_ORDER =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  /** Offers keys until the visitor has enough; it answers whether it wants more. */
  void visit(Predicate<String> visitor) throws IOException {
    int slash = prefix.lastIndexOf('/');
    String above = prefix.substring(0, slash + 1);
    if (namesAFolder(above)) {
      visit(bucket.resolve(above), above, visitor);
    }
  }

  private static boolean namesAFolder(String above) {
    return above.isEmpty()
        || Stream.of(above.split("/", -1))
            .limit(above.chars().filter(c -> c == '/').count())
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  private boolean visit(Path folder, String above, Predicate<String> visitor) throws IOException {
    for (Entry entry : entries(folder, above)) {
      boolean wanted =
          entry.isFolder()
              ? mayHold(entry.key()) ? visit(entry.path(), entry.key(), visitor) : true
              : isAsked(entry.key()) ? visitor.test(entry.key()) : true;
      if (!wanted) {
        return false;
      }
    }
    return true;
  }

  private boolean isAsked(String key) {
    return key.startsWith(prefix) && UTF8_ORDER.compare(key, marker) > 0;
  }

  private boolean mayHold(String folderKey) {
    boolean withPrefix = folderKey.startsWith(prefix) || prefix.startsWith(folderKey);
    boolean afterMarker = marker.startsWith(folderKey) || UTF8_ORDER.compare(folderKey, marker) > 0;
    return withPrefix && afterMarker;
  }

  /** A folder sorts as its name and a slash, as its keys do. */
  private static List<Entry> entries(Path folder, String above) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> Entry.of(child, above)).sorted(Entry.ORDER).toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private record Entry(Path path, String key, boolean isFolder) {
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::key, UTF8_ORDER);

    static Entry of(Path path, String above) {
      boolean folder = Files.isDirectory(path);
      String name = path.getFileName().toString();
      return new Entry(path, above + name + (folder ? "/" : ""), folder);
    }
  }
}
