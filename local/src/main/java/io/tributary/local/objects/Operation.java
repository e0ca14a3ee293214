package io.tributary.local.objects;

import java.util.Locale;
import java.util.Set;

/** The operations of S3 that are served; every other one is refused by its name. */
enum Operation {
  CREATE_BUCKET,
  HEAD_BUCKET,
  LIST_OBJECTS_V2,
  DELETE_OBJECTS,
  PUT_OBJECT,
  COPY_OBJECT,
  GET_OBJECT,
  HEAD_OBJECT,
  DELETE_OBJECT,
  CREATE_MULTIPART_UPLOAD,
  UPLOAD_PART,
  COMPLETE_MULTIPART_UPLOAD,
  ABORT_MULTIPART_UPLOAD;

  /** Parameters that name no operation of their own. */
  private static final Set<String> PLAIN =
      Set.of(
          "x-id",
          "list-type",
          "prefix",
          "delimiter",
          "start-after",
          "continuation-token",
          "encoding-type",
          "max-keys",
          "fetch-owner",
          "partNumber",
          "uploadId");

  static Operation of(ObjectRequest request) {
    if (request.bucket().isEmpty()) {
      throw Refusal.notImplemented("ListBuckets");
    }
    return request.key().isEmpty() ? ofBucket(request) : ofObject(request);
  }

  private static Operation ofBucket(ObjectRequest request) {
    String special = special(request);
    if (request.method().equals("POST") && special.equals("delete")) {
      return DELETE_OBJECTS;
    }
    if (special.isEmpty()) {
      switch (request.method()) {
        case "PUT":
          return CREATE_BUCKET;
        case "HEAD":
          return HEAD_BUCKET;
        case "GET":
          return listing(request);
        default:
          break;
      }
    }
    throw Refusal.notImplemented(name(request, "Bucket", special));
  }

  private static Operation listing(ObjectRequest request) {
    if (request.parameter("list-type").filter("2"::equals).isEmpty()) {
      throw Refusal.notImplemented("ListObjects (use ListObjectsV2)");
    }
    return LIST_OBJECTS_V2;
  }

  private static Operation ofObject(ObjectRequest request) {
    String special = special(request);
    boolean upload = request.query().containsKey("uploadId");
    if (request.method().equals("POST")) {
      if (special.equals("uploads")) {
        return CREATE_MULTIPART_UPLOAD;
      }
      if (upload && special.isEmpty()) {
        return COMPLETE_MULTIPART_UPLOAD;
      }
    }
    if (special.isEmpty()) {
      switch (request.method()) {
        case "PUT":
          return writing(request, upload);
        case "GET":
          return reading(upload);
        case "HEAD":
          return HEAD_OBJECT;
        case "DELETE":
          return upload ? ABORT_MULTIPART_UPLOAD : DELETE_OBJECT;
        default:
          break;
      }
    }
    throw Refusal.notImplemented(name(request, "Object", special));
  }

  private static Operation writing(ObjectRequest request, boolean upload) {
    boolean copy = request.header("x-amz-copy-source").isPresent();
    if (upload && copy) {
      throw Refusal.notImplemented("UploadPartCopy");
    }
    return upload ? UPLOAD_PART : copy ? COPY_OBJECT : PUT_OBJECT;
  }

  private static Operation reading(boolean upload) {
    if (upload) {
      throw Refusal.notImplemented("ListParts");
    }
    return GET_OBJECT;
  }

  /** The parameter that makes another operation of the request, such as {@code acl}. */
  private static String special(ObjectRequest request) {
    return request.query().keySet().stream()
        .filter(name -> !PLAIN.contains(name))
        .findFirst()
        .orElse("");
  }

  /** S3 names nearly all of its operations so: {@code GetObjectAcl}, {@code PutBucketPolicy}. */
  private static String name(ObjectRequest request, String subject, String special) {
    return capitalised(request.method().toLowerCase(Locale.ROOT)) + subject + capitalised(special);
  }

  private static String capitalised(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
