package io.tributary.local.objects;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A local object store with a bucket and the SDK's client of it. */
final class Store implements AutoCloseable {
  static final String BUCKET = "shop";

  final LocalObjects objects;
  final S3Client s3;

  private Store(LocalObjects objects, S3Client s3) {
    this.objects = objects;
    this.s3 = s3;
  }

  static Store start(Path root) {
    LocalObjects objects = LocalObjects.start(root);
    Store store = new Store(objects, client(objects.endpoint()));
    store.s3.createBucket(r -> r.bucket(BUCKET));
    return store;
  }

  static S3Client client(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(Apache5HttpClient.builder().maxConnections(64))
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  Path file(String key) {
    return objects.root().resolve(BUCKET).resolve(key);
  }

  String put(String key, String text) {
    return s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text)).eTag();
  }

  String get(String key) {
    return new String(
        s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray(), StandardCharsets.UTF_8);
  }

  List<String> keys(String prefix) {
    return s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public void close() {
    s3.close();
    objects.close();
  }
}
