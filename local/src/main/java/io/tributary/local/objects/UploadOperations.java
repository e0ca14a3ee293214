package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Multipart uploads. They live as long as the process: what is not completed is gone after it. */
final class UploadOperations {
  private static final int MOST_PARTS = 10_000;

  private final ObjectFolder folder;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  UploadOperations(ObjectFolder folder) {
    this.folder = folder;
  }

  void create(ObjectRequest request, Answer answer) throws IOException {
    folder.paths().object(request.name());
    Path parts = Files.createDirectory(folder.scratch().file());
    String id = parts.getFileName().toString();
    uploads.put(id, Upload.of(request, parts));
    Xml xml = Xml.root("InitiateMultipartUploadResult").element("Bucket", request.bucket());
    answer.xml(200, xml.element("Key", request.key()).element("UploadId", id));
  }

  void part(ObjectRequest request, Answer answer) throws IOException {
    Upload upload = upload(request);
    int number = partNumber(request.parameter("partNumber").orElse(""));
    Path file = folder.scratch().file();
    try {
      Received part = BodyReader.receive(request, file);
      Path kept = upload.folder().resolve(file.getFileName());
      Files.move(file, kept);
      upload.parts().put(number, new Received(kept, part.size(), part.md5(), part.crc32()));
      answer.header("ETag", part.etag()).header(Checksums.CRC32_HEADER, part.crc32()).empty(200);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  void complete(ObjectRequest request, Answer answer) throws IOException {
    Upload upload = upload(request);
    List<Received> parts = upload.listed(Xml.records(request.body().readAllBytes(), "Part"));
    Path file = folder.scratch().file();
    try {
      Received body = BodyReader.join(parts.stream().map(Received::file).toList(), file);
      SideData side = SideData.of(body, etag(parts), upload.contentType(), upload.metadata());
      folder.commit(upload.name(), file, side, Conditions.of(request));
      forget(request);
      Xml xml = Xml.root("CompleteMultipartUploadResult").element("Bucket", request.bucket());
      answer.xml(200, xml.element("Key", request.key()).element("ETag", side.etag()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  void abort(ObjectRequest request, Answer answer) throws IOException {
    upload(request);
    forget(request);
    answer.empty(204);
  }

  /**
   * @throws Refusal if it is none
   */
  static int partNumber(String text) {
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST_PARTS) {
      throw new Refusal(400, "InvalidArgument", "Part numbers are from 1 to 10000.");
    }
    return number;
  }

  private Upload upload(ObjectRequest request) {
    return Optional.ofNullable(uploads.get(request.query().get("uploadId")))
        .filter(upload -> upload.name().equals(request.name()))
        .orElseThrow(
            () -> new Refusal(404, "NoSuchUpload", "There is no such upload of this object."));
  }

  private void forget(ObjectRequest request) throws IOException {
    Upload upload = uploads.remove(request.query().get("uploadId"));
    if (upload != null) {
      Scratch.remove(upload.folder());
    }
  }

  /** As S3 builds it: the MD5 of the parts' MD5s, and their number. */
  private static String etag(List<Received> parts) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      parts.forEach(part -> md5.update(HexFormat.of().parseHex(part.md5())));
      return '"' + HexFormat.of().formatHex(md5.digest()) + "-" + parts.size() + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
