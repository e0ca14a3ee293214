package io.tributary.local.attribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An object store in which a test can let something happen, a kill too, before a write. */
public final class InMemoryObjects implements S3Client {
  private record Entry(byte[] body, String etag) {}

  private final Map<String, Entry> objects = new TreeMap<>();
  private final Map<String, Queue<Runnable>> before = new HashMap<>();
  private int writes;

  /** The next writer of the key is killed before the object is there. */
  void killTheWriterOf(String key) {
    beforeTheNextWriteOf(
        key,
        () -> {
          throw new Killed();
        });
  }

  /** Happens before the key is written the next time, after what was told so before. */
  public synchronized void beforeTheNextWriteOf(String key, Runnable event) {
    before.computeIfAbsent(key, any -> new ArrayDeque<>()).add(event);
  }

  synchronized boolean has(String key) {
    return objects.containsKey(key);
  }

  synchronized String text(String key) {
    return new String(objects.get(key).body(), StandardCharsets.UTF_8);
  }

  public synchronized List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  @Override
  public synchronized <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    Entry entry = objects.get(request.key());
    if (entry == null) {
      throw NoSuchKeyException.builder().statusCode(404).build();
    }
    GetObjectResponse response = GetObjectResponse.builder().eTag(entry.etag()).build();
    byte[] asked = part(entry.body(), request.range());
    AbortableInputStream body = AbortableInputStream.create(new ByteArrayInputStream(asked));
    try {
      return transformer.transform(response, body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    Runnable event = before.getOrDefault(request.key(), new ArrayDeque<>()).poll();
    if (event != null) {
      event.run();
    }
    Entry standing = objects.get(request.key());
    boolean isRefused =
        (request.ifNoneMatch() != null && standing != null)
            || (request.ifMatch() != null
                && (standing == null || !Objects.equals(standing.etag(), request.ifMatch())));
    if (isRefused) {
      throw S3Exception.builder().statusCode(412).build();
    }
    String etag = "\"" + ++writes + "\"";
    objects.put(request.key(), new Entry(bytes(body), etag));
    return PutObjectResponse.builder().eTag(etag).build();
  }

  @Override
  public synchronized DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    objects.remove(request.key());
    return DeleteObjectResponse.builder().build();
  }

  @Override
  public synchronized DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
    request.delete().objects().forEach(object -> objects.remove(object.key()));
    return DeleteObjectsResponse.builder().build();
  }

  @Override
  public synchronized ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    List<S3Object> found =
        objects.keySet().stream()
            .filter(key -> key.startsWith(request.prefix()))
            .map(key -> S3Object.builder().key(key).build())
            .toList();
    return ListObjectsV2Response.builder().contents(found).isTruncated(false).build();
  }

  /** The bytes of a range as {@code bytes=0-99}, or all where there is none. */
  private static byte[] part(byte[] body, String range) {
    if (range == null) {
      return body;
    }
    String[] ends = range.substring("bytes=".length()).split("-");
    int to = Math.min(body.length, Integer.parseInt(ends[1]) + 1);
    return Arrays.copyOfRange(body, Integer.parseInt(ends[0]), to);
  }

  private static byte[] bytes(RequestBody body) {
    try (var in = body.contentStreamProvider().newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
