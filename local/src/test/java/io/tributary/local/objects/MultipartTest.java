package io.tributary.local.objects;

import static io.tributary.local.objects.Store.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

class MultipartTest {
  private static final int SMALLEST_PART = 5 << 20;

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
  void joinsThePartsInTheOrderOfTheirNumbers() throws IOException {
    byte[] first = bytes(SMALLEST_PART, 1);
    byte[] second = bytes(1000, 2);
    String upload = begin("joined");
    CompletedPart two = send("joined", upload, 2, second);
    CompletedPart one = send("joined", upload, 1, first);

    String etag = complete("joined", upload, one, two);

    assertThat(Files.readAllBytes(store.file("joined")))
        .startsWith(first)
        .endsWith(second)
        .hasSize(SMALLEST_PART + 1000);
    assertThat(etag).endsWith("-2\"");
    assertThat(store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("joined")).response().eTag())
        .isEqualTo(etag);
  }

  @Test
  void refusesPartsThatAreMissingUnorderedOrTooSmall() {
    String upload = begin("refused");
    CompletedPart one = send("refused", upload, 1, bytes(10, 1));
    CompletedPart two = send("refused", upload, 2, bytes(10, 2));
    CompletedPart never = one.toBuilder().partNumber(3).build();

    assertCode("InvalidPart", () -> complete("refused", upload, never));
    assertCode("InvalidPartOrder", () -> complete("refused", upload, two, one));
    assertCode("EntityTooSmall", () -> complete("refused", upload, one, two));
    assertCode("NoSuchUpload", () -> complete("another", upload, one));
    assertThat(store.file("refused")).doesNotExist();
  }

  @Test
  void completesOnlyWhereNoObjectIsWhenAsked() {
    store.put("taken", "first");
    String upload = begin("taken");
    CompletedPart one = send("taken", upload, 1, bytes(10, 1));

    assertCode(
        "PreconditionFailed",
        () ->
            store.s3.completeMultipartUpload(
                r ->
                    r.bucket(BUCKET)
                        .key("taken")
                        .uploadId(upload)
                        .ifNoneMatch("*")
                        .multipartUpload(m -> m.parts(one))));
    assertThat(store.get("taken")).isEqualTo("first");
  }

  @Test
  void leavesNothingOfAnAbortedUpload() throws IOException {
    String upload = begin("aborted");
    send("aborted", upload, 1, bytes(10, 1));

    store.s3.abortMultipartUpload(r -> r.bucket(BUCKET).key("aborted").uploadId(upload));

    try (Stream<Path> left = Files.walk(store.objects.root().resolve(".tmp"))) {
      assertThat(left.map(Path::toString)).noneMatch(path -> path.contains(upload));
    }
    assertCode("NoSuchUpload", () -> send("aborted", upload, 1, bytes(10, 1)));
  }

  private static void assertCode(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private static String begin(String key) {
    return store.s3.createMultipartUpload(r -> r.bucket(BUCKET).key(key)).uploadId();
  }

  private static CompletedPart send(String key, String upload, int number, byte[] bytes) {
    String etag =
        store
            .s3
            .uploadPart(
                r -> r.bucket(BUCKET).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(bytes))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private static String complete(String key, String upload, CompletedPart... parts) {
    return store
        .s3
        .completeMultipartUpload(
            r ->
                r.bucket(BUCKET)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(m -> m.parts(List.of(parts))))
        .eTag();
  }

  private static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
