package io.tributary.local.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDK would never send, and what a disk may do. */
class RawRequestTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

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
  void refusesABodyThatDiffersFromItsChecksum() throws Exception {
    for (String header :
        List.of(
            "x-amz-checksum-crc32",
            "x-amz-checksum-sha256",
            "x-amz-checksum-sha1",
            "x-amz-checksum-crc32c",
            "Content-MD5")) {
      HttpResponse<String> answer = put("bad", "body", header, "AAAAAA==");

      assertThat(answer.statusCode()).as(header).isEqualTo(400);
      assertThat(answer.body()).contains("<Code>BadDigest</Code>");
    }
    assertThat(put("bad", "body", "x-amz-content-sha256", "0".repeat(64)).body())
        .contains("XAmzContentSHA256Mismatch");
    assertThat(put("bad", "body", "x-amz-checksum-crc64nvme", "AAAAAAAAAAA=").statusCode())
        .isEqualTo(501);
    assertThat(store.file("bad")).doesNotExist();
  }

  @Test
  void refusesAChunkedBodyThatDiffersFromItsTrailer() throws Exception {
    // The CRC32 of "123456789" is y/Q5Jg==.
    String chunks = "4;chunk-signature=0\r\n1234\r\n5;chunk-signature=0\r\n56789\r\n0\r\n";

    assertThat(chunked(chunks + "x-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", "9").statusCode())
        .isEqualTo(200);
    assertThat(store.get("chunked")).isEqualTo("123456789");
    assertThat(chunked(chunks + "x-amz-checksum-crc32:AAAAAA==\r\n\r\n", "9").body())
        .contains("BadDigest");
    assertThat(chunked(chunks + "\r\n", "10").body()).contains("IncompleteBody");
    assertThat(chunked("ff;chunk-signature=0\r\nshort", "5").body()).contains("IncompleteBody");
    assertThat(chunked("zz\r\n", "0").body()).contains("malformed chunk header");
    assertThat(store.get("chunked")).isEqualTo("123456789");
  }

  @Test
  void refusesXmlThatIsNone() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(store.objects.endpoint().resolve("/shop?delete"))
            .POST(BodyPublishers.ofString("<Delete><Object>"))
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).contains("MalformedXML");
  }

  @Test
  void keepsItsOwnFoldersOutOfReach() throws Exception {
    for (String path : List.of("/.meta/shop/x", "/.tmp/x", "/../x", "/%2e%2e/x")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(store.objects.endpoint() + path)).build();

      assertThat(HTTP.send(request, BodyHandlers.ofString()).body())
          .as(path)
          .contains("InvalidBucketName");
    }
  }

  @Test
  void answersALargeBodyThatItRefusesWithTheReason() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(store.objects.endpoint().resolve("/nowhere/x"))
            .PUT(BodyPublishers.ofByteArray(new byte[5 << 20]))
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).contains("NoSuchBucket");
  }

  @Test
  void saysThatTheDiskIsFull() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this system has no /dev/full");

    assertThatThrownBy(() -> BodyReader.copy(new ByteArrayInputStream(new byte[10]), full))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> {
              Refusal refusal = DiskErrors.refusal(e, Path.of("objects"));
              assertThat(refusal.status()).isEqualTo(507);
              assertThat(refusal)
                  .hasMessage("The disk of objects is full: free some space and run again.");
            });
  }

  @Test
  void tidiesWhatAKilledProcessLeft(@TempDir Path root) throws IOException {
    // No process has this number: Linux's greatest is 4194304.
    Path left = Files.createDirectories(root.resolve(".tmp/99999999-killed"));
    Files.writeString(left.resolve("part"), "x");
    long own = ProcessHandle.current().pid();
    Path alive = Files.createDirectories(root.resolve(".tmp/" + own + "-alive"));

    LocalObjects.start(root).close();

    assertThat(left).doesNotExist();
    assertThat(alive).exists();
  }

  @Test
  void leavesNoTemporaryFileBehind() throws Exception {
    put("tidy", "body", "Content-Type", "text/plain");
    put("tidy", "body", "Content-MD5", "AAAAAA==");

    try (Stream<Path> files = Files.walk(store.objects.root().resolve(".tmp"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static HttpResponse<String> put(String key, String body, String header, String value)
      throws Exception {
    return HTTP.send(request(key, body).header(header, value).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> chunked(String body, String length) throws Exception {
    HttpRequest request =
        request("chunked", body)
            .header("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
            .header("x-amz-trailer", "x-amz-checksum-crc32")
            .header("x-amz-decoded-content-length", length)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String key, String body) {
    return HttpRequest.newBuilder(store.objects.endpoint().resolve("/shop/" + key))
        .PUT(BodyPublishers.ofString(body));
  }
}
