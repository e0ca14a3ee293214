package io.tributary.local.objects;

import static io.tributary.local.objects.Store.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ConditionalWriteTest {
  private static final int WRITERS = 16;

  private static Store store;

  @BeforeAll
  static void start(@TempDir Path root) {
    store = Store.start(root);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void letsOneOfManyCreateAnObject() throws Exception {
    for (int round = 0; round < 8; round++) {
      String key = "claims/" + round;
      List<Integer> winners = race(writer -> created(key, "writer " + writer));

      assertThat(winners).hasSize(1);
      assertThat(store.get(key)).isEqualTo("writer " + winners.get(0));
    }
  }

  @Test
  void letsOneOfManyReplaceTheVersionTheyAllRead() throws Exception {
    for (int round = 0; round < 8; round++) {
      String key = "leases/" + round;
      String etag = store.put(key, "first");
      List<Integer> winners = race(writer -> replaced(key, "writer " + writer, etag));

      assertThat(winners).hasSize(1);
      assertThat(store.get(key)).isEqualTo("writer " + winners.get(0));
    }
  }

  @Test
  void givesReadersTheBytesOfTheEntityTagTheyGet() throws Exception {
    store.put("read", "0");
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      Future<?> writer =
          threads.submit(
              () -> IntStream.range(0, 100).forEach(n -> store.put("read", "x".repeat(n))));
      List<Callable<Void>> readers =
          IntStream.range(0, 4).<Callable<Void>>mapToObj(n -> () -> readWhile(writer)).toList();
      for (Future<Void> reader : threads.invokeAll(readers)) {
        reader.get();
      }
      writer.get();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesToReplaceWhatIsNotThere() {
    assertThatThrownBy(() -> replace("absent", "x", "\"any\""))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void deletesOnlyTheVersionThatIsNamed() {
    String old = store.put("released", "one");
    String now = store.put("released", "two");

    assertThatThrownBy(
            () -> store.s3.deleteObject(r -> r.bucket(BUCKET).key("released").ifMatch(old)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(store.get("released")).isEqualTo("two");
    store.s3.deleteObject(r -> r.bucket(BUCKET).key("released").ifMatch(now));
    assertThat(store.keys("released")).isEmpty();
  }

  private static Void readWhile(Future<?> writer) {
    while (!writer.isDone()) {
      var answer = store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("read"));
      assertThat(answer.response().eTag()).isEqualTo('"' + md5(answer.asByteArray()) + '"');
    }
    return null;
  }

  private static String md5(byte[] bytes) {
    Checksums checksums = new Checksums();
    checksums.update(bytes, bytes.length);
    return checksums.md5();
  }

  /** The writers that succeeded. */
  private static List<Integer> race(IntPredicate writer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> writers =
          IntStream.range(0, WRITERS)
              .<Callable<Boolean>>mapToObj(n -> () -> writer.test(n))
              .toList();
      List<Future<Boolean>> ended = threads.invokeAll(writers);
      List<Integer> winners = new ArrayList<>();
      for (int n = 0; n < WRITERS; n++) {
        if (ended.get(n).get()) {
          winners.add(n);
        }
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean created(String key, String text) {
    return succeeds(
        () ->
            store.s3.putObject(
                r -> r.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromString(text)));
  }

  private static boolean replaced(String key, String text, String etag) {
    return succeeds(() -> replace(key, text, etag));
  }

  private static void replace(String key, String text, String etag) {
    store.s3.putObject(r -> r.bucket(BUCKET).key(key).ifMatch(etag), RequestBody.fromString(text));
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isEqualTo(412);
      return false;
    }
  }
}
