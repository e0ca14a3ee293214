package io.tributary.local.objects;

import static io.tributary.local.objects.Store.BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LocalObjectsTest {
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
  void keepsAnObjectAsThePlainFileOfItsKey() throws IOException {
    store.put("runs/1/plan.json", "{}");

    assertThat(store.file("runs/1/plan.json")).hasContent("{}");
    assertThat(store.get("runs/1/plan.json")).isEqualTo("{}");
  }

  @Test
  void servesAFileThatSomethingElseWrote() throws IOException {
    Path dropped = store.file("dropped/part-0.csv");
    Files.createDirectories(dropped.getParent());
    Files.writeString(dropped, "a,b\n");

    assertThat(store.get("dropped/part-0.csv")).isEqualTo("a,b\n");
    assertThat(store.keys("dropped/")).containsExactly("dropped/part-0.csv");
  }

  @Test
  void forgetsWhatItKnewOfAnObjectThatSomethingElseOverwrote() throws IOException {
    String etag = store.put("overwritten", "ours");
    Path file = store.file("overwritten");
    FileTime later = FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1));
    Files.writeString(file, "they");
    Files.setLastModifiedTime(file, later);

    assertThat(store.get("overwritten")).isEqualTo("they");
    assertThat(store.s3.headObject(r -> r.bucket(BUCKET).key("overwritten")).eTag())
        .isNotEqualTo(etag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a+b", "50%", "a%2Fb", "q?x=1&y", "quote\"'", "<&>", "é", "日本"})
  void keepsKeysWithUnusualCharacters(String name) {
    String key = "odd/" + name;
    if (!Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(key)) {
      assertThatThrownBy(() -> store.put(key, "x")).hasMessageContaining("LC_ALL=C.UTF-8");
      return;
    }

    store.put(key, "text of " + name);

    assertThat(store.get(key)).isEqualTo("text of " + name);
    assertThat(store.keys(key)).containsExactly(key);
    store.s3.deleteObjects(
        r -> r.bucket(BUCKET).delete(d -> d.objects(ObjectIdentifier.builder().key(key).build())));
    assertThat(store.keys(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "a/../../outside", "a/./b", "a//b", "a/", ".."})
  void refusesAKeyThatIsNoPathInItsBucket(String key) {
    assertThatThrownBy(() -> store.put(key, "x")).isInstanceOf(S3Exception.class);
    assertThat(store.objects.root().resolve("outside")).doesNotExist();
  }

  @Test
  void refusesAKeyThatContinuesAnother() {
    store.put("clash/a", "x");

    assertThatThrownBy(() -> store.put("clash/a/b", "y"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(409))
        .hasMessageContaining("a file and a folder at once");
    assertThatThrownBy(() -> store.put("clash", "y")).hasMessageContaining("a file and a folder");
    assertThatThrownBy(() -> store.get("clash/a/b")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void keepsContentTypeAndMetadata() {
    store.s3.putObject(
        r -> r.bucket(BUCKET).key("typed").contentType("text/csv").metadata(Map.of("run", "7")),
        RequestBody.fromString("a"));

    var head = store.s3.headObject(r -> r.bucket(BUCKET).key("typed"));

    assertThat(head.contentType()).isEqualTo("text/csv");
    assertThat(head.metadata()).containsExactly(Map.entry("run", "7"));
    assertThat(head.contentLength()).isEqualTo(1);
  }

  @Test
  void copiesAnObjectWithItsMetadataOrWithNew() {
    store.s3.putObject(
        r -> r.bucket(BUCKET).key("copies/from +").metadata(Map.of("run", "7")),
        RequestBody.fromString("text"));

    copy("copies/same", MetadataDirective.COPY);
    copy("copies/new", MetadataDirective.REPLACE);

    assertThat(store.get("copies/same")).isEqualTo("text");
    assertThat(metadata("copies/same")).containsEntry("run", "7");
    assertThat(metadata("copies/new")).containsExactly(Map.entry("run", "8"));
  }

  @Test
  void givesBackTheChecksumItVerified() {
    store.put("summed", "123456789");

    var head =
        store.s3.headObject(r -> r.bucket(BUCKET).key("summed").checksumMode(ChecksumMode.ENABLED));

    // The check value of CRC-32: 0xCBF43926 for "123456789".
    assertThat(head.checksumCRC32()).isEqualTo("y/Q5Jg==");
    // The MD5 of "123456789".
    assertThat(head.eTag()).isEqualTo("\"25f9e794323b453885f5181f1b624d0b\"");
  }

  @Test
  void takesABodyOfUnknownLengthAndAnEmptyOne() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    store.s3.putObject(
        r -> r.bucket(BUCKET).key("streamed"),
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(bytes), "application/octet-stream"));
    store.put("empty", "");

    assertThat(store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("streamed")).asByteArray())
        .isEqualTo(bytes);
    assertThat(store.get("empty")).isEmpty();
  }

  @Test
  void givesTheAskedRangeOnly() {
    store.put("ranged", "0123456789");

    assertThat(range("bytes=2-4")).isEqualTo("234");
    assertThat(range("bytes=7-")).isEqualTo("789");
    assertThat(range("bytes=-3")).isEqualTo("789");
    assertThat(range("bytes=8-100")).isEqualTo("89");
    assertThatThrownBy(() -> range("bytes=10-"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  @Test
  void answersAReaderThatHasTheObjectAlready() {
    String etag = store.put("cached", "x");

    assertThatThrownBy(
            () -> store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("cached").ifNoneMatch(etag)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
    assertThatThrownBy(
            () -> store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("cached").ifMatch("\"x\"")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  @Test
  void deletesAnObjectAndTheFoldersThatItLeavesEmpty() {
    store.put("gone/deep/one", "x");
    store.put("gone/two", "x");

    store.s3.deleteObject(r -> r.bucket(BUCKET).key("gone/deep/one"));
    store.s3.deleteObject(r -> r.bucket(BUCKET).key("gone/never-there"));

    assertThat(store.file("gone/deep")).doesNotExist();
    assertThat(store.keys("gone/")).containsExactly("gone/two");
    assertThatThrownBy(() -> store.get("gone/deep/one")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void deletesAThousandObjectsAtOnce() throws IOException {
    Files.createDirectories(store.file("many"));
    List<ObjectIdentifier> identifiers =
        IntStream.range(0, 1000)
            .mapToObj(n -> ObjectIdentifier.builder().key("many/" + n).build())
            .toList();
    for (ObjectIdentifier identifier : identifiers) {
      Files.createFile(store.file(identifier.key()));
    }

    var answer = store.s3.deleteObjects(r -> r.bucket(BUCKET).delete(d -> d.objects(identifiers)));

    assertThat(answer.deleted()).hasSize(1000);
    assertThat(answer.errors()).isEmpty();
    assertThat(store.keys("many/")).isEmpty();
  }

  @Test
  void tellsWhichBucketIsMissing() {
    assertThatThrownBy(() -> store.s3.headBucket(r -> r.bucket("nowhere")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    assertThatThrownBy(
            () ->
                store.s3.putObject(r -> r.bucket("nowhere").key("x"), RequestBody.fromString("x")))
        .isInstanceOf(NoSuchBucketException.class);
    store.s3.headBucket(r -> r.bucket(BUCKET));
  }

  @Test
  void refusesByNameWhatItDoesNotImplement() {
    assertRefused("ListBuckets", () -> store.s3.listBuckets());
    assertRefused("ListObjects ", () -> store.s3.listObjects(r -> r.bucket(BUCKET)));
    assertRefused("GetObjectAcl", () -> store.s3.getObjectAcl(r -> r.bucket(BUCKET).key("x")));
    assertRefused("GetBucketPolicy", () -> store.s3.getBucketPolicy(r -> r.bucket(BUCKET)));
    assertRefused("DeleteBucket", () -> store.s3.deleteBucket(r -> r.bucket(BUCKET)));
    assertRefused(
        "ListParts", () -> store.s3.listParts(r -> r.bucket(BUCKET).key("x").uploadId("1")));
  }

  private static void assertRefused(String name, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(501);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NotImplemented");
            })
        .hasMessageContaining("does not implement " + name);
  }

  private static void copy(String to, MetadataDirective directive) {
    store.s3.copyObject(
        r ->
            r.sourceBucket(BUCKET)
                .sourceKey("copies/from +")
                .destinationBucket(BUCKET)
                .destinationKey(to)
                .metadataDirective(directive)
                .metadata(Map.of("run", "8")));
  }

  private static Map<String, String> metadata(String key) {
    return store.s3.headObject(r -> r.bucket(BUCKET).key(key)).metadata();
  }

  private static String range(String range) {
    var answer = store.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("ranged").range(range));
    return new String(answer.asByteArray(), UTF_8);
  }
}
