package io.tributary.local.objects;

import static io.tributary.local.objects.Store.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every page of a listing, against sorting and filtering all keys in memory. */
class ListingTest {
  private static Path root;
  private static Store store;

  @BeforeContainer
  static void start() throws IOException {
    root = Files.createTempDirectory("listing");
    store = Store.start(root);
  }

  @AfterContainer
  static void stop() throws IOException {
    store.close();
    Scratch.remove(root);
  }

  @Property(tries = 150)
  void givesTheKeysOfThePrefixAfterTheMarkerInOrder(
      @ForAll("keys") Set<String> keys,
      @ForAll("texts") String prefix,
      @ForAll("texts") String startAfter,
      @ForAll("delimiters") String delimiter)
      throws IOException {
    fill(keys);

    assertThat(listed(prefix, startAfter, delimiter, 2))
        .isEqualTo(expected(keys, prefix, startAfter, delimiter));
  }

  @Example
  void rollsUpTheKeysAfterAMarkerThatIsTheirCommonPrefix() throws IOException {
    fill(Set.of("da/f"));

    assertThat(listed("", "da/", "/", 2)).containsExactly("da/");
  }

  @Provide
  Arbitrary<Set<String>> keys() {
    // A name is a file (f…) or a folder (d…), so that no key continues another.
    Arbitrary<String> folder = Arbitraries.of("da/", "d-/", "d.x/", "d0/", "d/");
    Arbitrary<String> file = Arbitraries.of("fa", "f-", "f.x", "f0", "f", "f!", "f~");
    return folder
        .list()
        .ofMaxSize(3)
        .flatMap(folders -> file.map(name -> String.join("", folders) + name))
        .set()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
        "", "d", "da", "da/", "da/d", "da/d-/f", "d.x/", "f", "f-", "fa", "e", "../", "da//", "/");
  }

  @Provide
  Arbitrary<String> delimiters() {
    return Arbitraries.of("", "/", "-", "f");
  }

  private static List<String> expected(
      Set<String> keys, String prefix, String startAfter, String delimiter) {
    Set<String> found = new TreeSet<>(KeyWalk.UTF8_ORDER);
    for (String key : keys) {
      if (key.startsWith(prefix) && KeyWalk.UTF8_ORDER.compare(key, startAfter) > 0) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        found.add(at < 0 ? key : key.substring(0, at + delimiter.length()));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> listed(String prefix, String startAfter, String delimiter, int most) {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(BUCKET)
            .prefix(prefix)
            .startAfter(startAfter.isEmpty() ? null : startAfter)
            .delimiter(delimiter.isEmpty() ? null : delimiter)
            .maxKeys(most)
            .build();
    List<String> listed = new ArrayList<>();
    for (ListObjectsV2Response page : store.s3.listObjectsV2Paginator(request)) {
      Set<String> names = new TreeSet<>(KeyWalk.UTF8_ORDER);
      page.contents().stream().map(S3Object::key).forEach(names::add);
      page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(names::add);
      assertThat(page.keyCount()).isEqualTo(names.size()).isLessThanOrEqualTo(most);
      listed.addAll(names);
    }
    return listed;
  }

  private static void fill(Set<String> keys) throws IOException {
    Scratch.remove(root.resolve(BUCKET));
    Files.createDirectories(root.resolve(BUCKET));
    for (String key : keys) {
      Files.createDirectories(store.file(key).getParent());
      Files.createFile(store.file(key));
    }
  }
}
