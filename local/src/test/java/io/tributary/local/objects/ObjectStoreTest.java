package io.tributary.local.objects;

import static io.tributary.local.objects.Store.BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import io.tributary.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Core's object store against the local one. */
class ObjectStoreTest {
  private static Store store;
  private static ObjectStore objects;

  @BeforeAll
  static void start(@TempDir Path root) {
    store = Store.start(root);
    objects = new ObjectStore(store.s3, BUCKET);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void writesAnObjectOnlyWhereNoneIs() {
    assertThat(objects.putIfAbsent("claim", bytes("first"))).isTrue();
    assertThat(objects.putIfAbsent("claim", bytes("second"))).isFalse();
    assertThat(objects.read("claim")).isEqualTo(bytes("first"));
  }

  @Test
  void saysThatItWasInterruptedAndStaysSo() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> objects.read("any"))
          .isInstanceOfSatisfying(
              TransientException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_TIME))
          .hasMessageStartingWith("The step could not finish in time");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void replacesOnlyTheVersionThatWasRead() {
    objects.put("lease", bytes("one"));
    String read = objects.get("lease").orElseThrow().etag();

    assertThat(objects.replace("lease", bytes("two"), read)).isTrue();
    assertThat(objects.replace("lease", bytes("three"), read)).isFalse();
    assertThat(objects.read("lease")).isEqualTo(bytes("two"));
  }

  @Test
  void doesNotReplaceWhatIsGone() {
    assertThat(objects.replace("gone", bytes("x"), "\"any\"")).isFalse();
  }

  @Test
  void tellsAMissingObjectFromAMissingBucket() {
    ObjectStore nowhere = new ObjectStore(store.s3, "nowhere");

    assertThat(objects.get("absent")).isEmpty();
    assertThatThrownBy(() -> objects.read("absent"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("There is no object s3://shop/absent");
    assertThatThrownBy(() -> objects.open("absent")).isInstanceOf(PermanentException.class);
    assertThatThrownBy(() -> nowhere.putIfAbsent("claim", bytes("x")))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("no bucket 'nowhere'");
    assertThatThrownBy(() -> nowhere.replace("claim", bytes("x"), "\"any\""))
        .isInstanceOf(PermanentException.class);
  }

  @Test
  void saysThatItMayHelpToTryAgainWhenNobodyAnswers() {
    // Port 9 (discard) is not served on a machine that runs tests.
    try (S3Client unreachable = Store.client(URI.create("http://127.0.0.1:9"))) {
      assertThatThrownBy(() -> new ObjectStore(unreachable, BUCKET).get("x"))
          .isInstanceOf(TransientException.class);
    }
  }

  @Test
  void listsAndDeletesMoreThanAPage() throws IOException {
    List<String> keys = IntStream.range(0, 1203).mapToObj("many/%04d"::formatted).toList();
    Files.createDirectories(store.file("many"));
    for (String key : keys) {
      Files.createFile(store.file(key));
    }

    assertThat(objects.list("many/")).isEqualTo(keys);
    objects.deleteAll(keys);
    assertThat(objects.list("many/")).isEmpty();
    objects.deleteAll(List.of());
  }

  @Test
  void failsWhenAnObjectCouldNotBeDeleted() {
    assertThatThrownBy(() -> objects.deleteAll(List.of("a/../b")))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("did not delete s3://shop/a/../b");
  }

  @Test
  void streamsAnObject() throws IOException {
    objects.put("streamed", bytes("text"));

    try (InputStream in = objects.open("streamed")) {
      assertThat(in).hasContent("text");
    }
    assertThat(objects.uri("streamed")).isEqualTo("s3://shop/streamed");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
