package io.tributary.objects;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The project's bucket. Safe for use by several threads. */
public final class ObjectStore {
  private static final int MOST_KEYS_A_DELETE = 1000;
  private static final int PRECONDITION_FAILED = 412;

  /** Among them 409: a conditional write met another one under way, and may be tried again. */
  private static final Set<Integer> TRANSIENT = Set.of(408, 409, 429, 500, 502, 503, 504);

  private final S3Client s3;
  private final String bucket;

  public ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The object, or empty where there is none. */
  public Optional<StoredObject> get(String key) {
    return stored(key, r -> r.bucket(bucket).key(key));
  }

  /**
   * A part of the object's bytes, or empty where there is no such object.
   *
   * @param from the first byte's position
   * @param length at least 1
   * @throws PermanentException if the object does not hold all of the part
   */
  public Optional<byte[]> get(String key, long from, int length) {
    String range = "bytes=" + from + "-" + (from + length - 1);
    Optional<StoredObject> part = stored(key, r -> r.bucket(bucket).key(key).range(range));
    part.filter(found -> found.body().length != length)
        .ifPresent(
            found -> {
              throw new PermanentException(
                  ErrorCode.OBJECT_MISSING, uri(key) + " is shorter than expected; run again.");
            });
    return part.map(StoredObject::body);
  }

  /**
   * The object's bytes.
   *
   * @throws PermanentException if there is no such object
   */
  public byte[] read(String key) {
    return get(key).orElseThrow(() -> missing(key)).body();
  }

  /**
   * The object's bytes as they come; whoever opens it closes it.
   *
   * @throws PermanentException if there is no such object
   */
  public InputStream open(String key) {
    return calling(key, () -> s3.getObject(r -> r.bucket(bucket).key(key)));
  }

  public void put(String key, byte[] body) {
    calling(key, () -> s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(body)));
  }

  /** Writes the object only where none is; false if another was there first. */
  public boolean putIfAbsent(String key, byte[] body) {
    return conditionally(
        key,
        () ->
            s3.putObject(
                r -> r.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromBytes(body)));
  }

  /** Writes over the object only while it carries this entity tag; false if it changed or went. */
  public boolean replace(String key, byte[] body, String etag) {
    return conditionally(
        key,
        () ->
            s3.putObject(
                r -> r.bucket(bucket).key(key).ifMatch(etag), RequestBody.fromBytes(body)));
  }

  public void delete(String key) {
    calling(key, () -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  public void deleteAll(Collection<String> keys) {
    List<ObjectIdentifier> identifiers =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    for (int from = 0; from < identifiers.size(); from += MOST_KEYS_A_DELETE) {
      int to = Math.min(identifiers.size(), from + MOST_KEYS_A_DELETE);
      List<ObjectIdentifier> some = identifiers.subList(from, to);
      DeleteObjectsResponse answer =
          calling(
              some.get(0).key(),
              () ->
                  s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(some).quiet(true))));
      answer.errors().stream().findFirst().ifPresent(this::failDelete);
    }
  }

  /** The keys that begin with the prefix, in the order of their UTF-8 bytes. */
  public List<String> list(String prefix) {
    return calling(
        prefix,
        () ->
            s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList());
  }

  /** The folders just below a prefix that ends in a slash; each begins with it and ends so, too. */
  public List<String> folders(String prefix) {
    return calling(
        prefix,
        () ->
            s3
                .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .toList());
  }

  /** The object's address for COPY and UNLOAD: {@code s3://bucket/key}. */
  public String uri(String key) {
    return "s3://" + bucket + "/" + key;
  }

  private Optional<StoredObject> stored(String key, Consumer<GetObjectRequest.Builder> request) {
    return calling(
        key,
        () -> {
          try {
            var answer = s3.getObjectAsBytes(request);
            return Optional.of(
                new StoredObject(answer.asByteArrayUnsafe(), answer.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  private boolean conditionally(String key, Runnable write) {
    return calling(
        key,
        () -> {
          try {
            write.run();
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e instanceof NoSuchKeyException) {
              return false;
            }
            throw e;
          }
        });
  }

  private <T> T calling(String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchKeyException e) {
      throw missing(key);
    } catch (S3Exception e) {
      if (TRANSIENT.contains(e.statusCode())) {
        throw new TransientException(ErrorCode.OBJECTS_UNREACHABLE, unserved(key, e), e);
      }
      throw new PermanentException(ErrorCode.OBJECTS_UNREACHABLE, unserved(key, e), e);
    } catch (AbortedException e) {
      throw interrupted(key, e);
    } catch (SdkException e) {
      throw new TransientException(ErrorCode.OBJECTS_UNREACHABLE, unserved(key, e), e);
    }
  }

  private TransientException interrupted(String key, AbortedException e) {
    Thread.currentThread().interrupt();
    return new TransientException(
        ErrorCode.OUT_OF_TIME,
        "The step could not finish in time: it was interrupted while it waited for "
            + uri(key)
            + "; run again.",
        e);
  }

  private String unserved(String key, SdkException e) {
    return "The object store did not serve " + uri(key) + ": " + sentence(e);
  }

  /** What the service said, without what the SDK adds about the request. */
  private static String sentence(SdkException e) {
    return e instanceof S3Exception refused && refused.awsErrorDetails() != null
        ? refused.awsErrorDetails().errorMessage()
        : e.getMessage();
  }

  private void failDelete(S3Error error) {
    throw new TransientException(
        ErrorCode.OBJECTS_UNREACHABLE,
        "The object store did not delete " + uri(error.key()) + ": " + error.message());
  }

  private PermanentException missing(String key) {
    return new PermanentException(
        ErrorCode.OBJECT_MISSING, "There is no object " + uri(key) + "; run the stage before it.");
  }
}
