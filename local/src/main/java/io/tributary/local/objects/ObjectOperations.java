package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** The operations on one object. */
final class ObjectOperations {
  private final ObjectFolder folder;

  ObjectOperations(ObjectFolder folder) {
    this.folder = folder;
  }

  void put(ObjectRequest request, Answer answer) throws IOException {
    folder.paths().object(request.name());
    Path file = folder.scratch().file();
    try {
      Received body = BodyReader.receive(request, file);
      SideData side = SideData.of(body, body.etag(), request.contentType(), request.metadata());
      folder.commit(request.name(), file, side, Conditions.of(request));
      answer.header("ETag", side.etag()).header(Checksums.CRC32_HEADER, side.crc32()).empty(200);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  void copy(ObjectRequest request, Answer answer) throws IOException {
    Path file = folder.scratch().file();
    try (OpenObject source = open(source(request))) {
      Received body = BodyReader.copy(source.bytes(), file);
      boolean replaced =
          request.header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
      String type = replaced ? request.contentType() : source.object().contentType();
      Map<String, String> metadata = replaced ? request.metadata() : source.object().metadata();
      SideData side = SideData.of(body, body.etag(), type, metadata);
      folder.commit(request.name(), file, side, Conditions.of(request));
      Xml xml = Xml.root("CopyObjectResult");
      answer.xml(200, xml.element("LastModified", side.modified()).element("ETag", side.etag()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  void get(ObjectRequest request, Answer answer) throws IOException {
    try (OpenObject open = open(request.name())) {
      ObjectFile object = open.object();
      if (unchanged(request, object, answer)) {
        return;
      }
      Optional<ByteRange> range = range(request, object, answer);
      open.bytes().skipNBytes(range.map(ByteRange::first).orElse(0L));
      answer.bytes(
          range.isPresent() ? 206 : 200,
          open.bytes(),
          range.map(ByteRange::length).orElse(object.size()));
    }
  }

  void head(ObjectRequest request, Answer answer) throws IOException {
    ObjectFile object =
        folder.describe(request.name()).orElseThrow(() -> Refusal.noSuchKey(request.name()));
    if (unchanged(request, object, answer)) {
      return;
    }
    Optional<ByteRange> range = range(request, object, answer);
    answer.length(
        range.isPresent() ? 206 : 200, range.map(ByteRange::length).orElse(object.size()));
  }

  void delete(ObjectRequest request, Answer answer) throws IOException {
    folder.delete(request.name(), Conditions.of(request));
    answer.empty(204);
  }

  private OpenObject open(ObjectName name) throws IOException {
    return folder.read(name).orElseThrow(() -> Refusal.noSuchKey(name));
  }

  private static ObjectName source(ObjectRequest request) {
    request.headers().keySet().stream()
        .filter(header -> header.startsWith("x-amz-copy-source-"))
        .forEach(
            header -> {
              throw Refusal.notImplemented("the condition " + header);
            });
    String address = ObjectRequest.decode(request.headers().get("x-amz-copy-source"));
    String[] parts = address.replaceFirst("^/", "").split("/", 2);
    if (parts.length < 2 || parts[1].isEmpty()) {
      throw Refusal.invalid("x-amz-copy-source must be bucket/key.");
    }
    return new ObjectName(parts[0], parts[1]);
  }

  private static boolean unchanged(ObjectRequest request, ObjectFile object, Answer answer)
      throws IOException {
    Conditions conditions = Conditions.of(request);
    conditions.checkMatch(object);
    describe(object, answer);
    if (conditions.notModified(object)) {
      answer.empty(304);
      return true;
    }
    return false;
  }

  /** The range that is asked for; a checksum is told only for a whole object. */
  private static Optional<ByteRange> range(
      ObjectRequest request, ObjectFile object, Answer answer) {
    Optional<ByteRange> range =
        request.header("range").flatMap(header -> ByteRange.of(header, object.size()));
    range.ifPresent(bytes -> answer.header("Content-Range", bytes.of(object.size())));
    if (range.isEmpty() && request.header("x-amz-checksum-mode").isPresent()) {
      object.crc32().ifPresent(crc32 -> answer.header(Checksums.CRC32_HEADER, crc32));
    }
    return range;
  }

  private static void describe(ObjectFile object, Answer answer) {
    answer.header("ETag", object.etag());
    answer.header("Content-Type", object.contentType());
    answer.header("Accept-Ranges", "bytes");
    answer.header(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modified().atZone(ZoneOffset.UTC)));
    object
        .metadata()
        .forEach((name, value) -> answer.header(ObjectRequest.METADATA_PREFIX + name, value));
  }
}
