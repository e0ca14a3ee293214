package io.tributary.objects;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The project's bucket. Safe for use by several threads. */
public final class ObjectStore {
  private static final int MOST_KEYS_A_DELETE = 1000;

  private final S3Client s3;
  private final String bucket;

  public ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The object, or empty where there is none. */
  public Optional<StoredObject> get(String key) {
    return calling(
        key,
        () -> {
          try {
            var answer = s3.getObjectAsBytes(r -> r.bucket(bucket).key(key));
            return Optional.of(
                new StoredObject(answer.asByteArrayUnsafe(), answer.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * The object's bytes.
   *
   * @throws PermanentException if there is no such object
   */
  public byte[] read(String key) {
    return get(key).orElseThrow(() -> missing(key)).body();
  }

  /** The object as a stream, which the caller closes. */
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
      calling(
          some.get(0).key(),
          () -> s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(some).quiet(true))));
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

  /** The object's address for COPY and UNLOAD: {@code s3://bucket/key}. */
  public String uri(String key) {
    return "s3://" + bucket + "/" + key;
  }

  private boolean conditionally(String key, Runnable write) {
    return calling(
        key,
        () -> {
          try {
            write.run();
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 409 || e.statusCode() == 404) {
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
    } catch (SdkException e) {
      throw new TransientException(
          ErrorCode.OBJECTS_UNREACHABLE,
          "The object store did not serve " + uri(key) + ": " + e.getMessage(),
          e);
    }
  }

  private PermanentException missing(String key) {
    return new PermanentException(
        ErrorCode.OBJECT_MISSING, "There is no object " + uri(key) + "; run the stage before it.");
  }
}
