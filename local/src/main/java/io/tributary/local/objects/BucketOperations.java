package io.tributary.local.objects;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The operations on a bucket, and those on many of its objects. */
final class BucketOperations {
  private static final int LARGEST_PAGE = 1000;

  private final ObjectFolder folder;

  BucketOperations(ObjectFolder folder) {
    this.folder = folder;
  }

  void create(ObjectRequest request, Answer answer) throws IOException {
    Files.createDirectories(folder.paths().bucket(request.bucket()));
    answer.header("Location", "/" + request.bucket()).empty(200);
  }

  void head(ObjectRequest request, Answer answer) throws IOException {
    folder.paths().existingBucket(request.bucket());
    answer.empty(200);
  }

  void list(ObjectRequest request, Answer answer) throws IOException {
    int most = pageSize(request);
    Listing listing = Listing.read(folder, request, most);
    UnaryOperator<String> text = encoding(request);
    Xml xml = Xml.root("ListBucketResult").element("Name", request.bucket());
    xml.element("MaxKeys", most);
    echo(request, xml, text);
    xml.element("KeyCount", listing.keys().size() + listing.commonPrefixes().size());
    xml.element("IsTruncated", listing.next().isPresent());
    listing.next().ifPresent(next -> xml.element("NextContinuationToken", next));
    for (String key : listing.keys()) {
      contents(new ObjectName(request.bucket(), key), xml, text);
    }
    for (String prefix : listing.commonPrefixes()) {
      xml.start("CommonPrefixes").element("Prefix", text.apply(prefix)).end();
    }
    answer.xml(200, xml);
  }

  void deleteObjects(ObjectRequest request, Answer answer) throws IOException {
    folder.paths().existingBucket(request.bucket());
    Xml xml = Xml.root("DeleteResult");
    for (Map<String, String> object : objects(request)) {
      String key = object.getOrDefault("Key", "");
      try {
        folder.delete(new ObjectName(request.bucket(), key), conditions(object));
        xml.start("Deleted").element("Key", key).end();
      } catch (Refusal e) {
        error(xml, key, e);
      } catch (IOException e) {
        error(xml, key, folder.refusal(e));
      }
    }
    answer.xml(200, xml);
  }

  private List<Map<String, String>> objects(ObjectRequest request) throws IOException {
    Path file = folder.scratch().file();
    try {
      BodyReader.receive(request, file);
      List<Map<String, String>> objects = Xml.records(Files.readAllBytes(file), "Object");
      if (objects.size() > LARGEST_PAGE) {
        throw new Refusal(400, "MalformedXML", "At most 1000 objects are deleted at once.");
      }
      return objects;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void contents(ObjectName name, Xml xml, UnaryOperator<String> text) throws IOException {
    Optional<ObjectFile> found = folder.describe(name);
    if (found.isPresent()) {
      ObjectFile object = found.get();
      xml.start("Contents").element("Key", text.apply(name.key()));
      xml.element("LastModified", object.modified()).element("ETag", object.etag());
      xml.element("Size", object.size()).element("StorageClass", "STANDARD").end();
    }
  }

  private static void echo(ObjectRequest request, Xml xml, UnaryOperator<String> text) {
    xml.element("Prefix", text.apply(request.parameter("prefix").orElse("")));
    request.parameter("encoding-type").ifPresent(type -> xml.element("EncodingType", type));
    request.parameter("delimiter").ifPresent(value -> xml.element("Delimiter", text.apply(value)));
    request
        .parameter("start-after")
        .ifPresent(value -> xml.element("StartAfter", text.apply(value)));
    request
        .parameter("continuation-token")
        .ifPresent(token -> xml.element("ContinuationToken", token));
  }

  private static int pageSize(ObjectRequest request) {
    String asked = request.parameter("max-keys").orElse("1000");
    if (!asked.matches("[0-9]{1,9}")) {
      throw new Refusal(400, "InvalidArgument", "max-keys must be a number, not '" + asked + "'.");
    }
    return Math.min(LARGEST_PAGE, Integer.parseInt(asked));
  }

  private static UnaryOperator<String> encoding(ObjectRequest request) {
    return request.parameter("encoding-type").filter("url"::equals).isPresent()
        ? text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")
        : UnaryOperator.identity();
  }

  private static Conditions conditions(Map<String, String> object) {
    if (object.containsKey("VersionId")) {
      throw Refusal.notImplemented("versions of objects");
    }
    return new Conditions(Optional.ofNullable(object.get("ETag")), Optional.empty());
  }

  private static void error(Xml xml, String key, Refusal refusal) {
    xml.start("Error").element("Key", key).element("Code", refusal.code());
    xml.element("Message", refusal.getMessage()).end();
  }
}
