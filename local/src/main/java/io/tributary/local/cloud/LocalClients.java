package io.tributary.local.cloud;

import io.tributary.Clients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.scheme.NoAuthAuthScheme;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The service clients of a local cloud: those of production with other endpoints. Nothing is signed
 * and no checksum is added where S3 does not ask for one: on loopback nobody looks at them, and
 * they took half of a worker's time.
 */
final class LocalClients implements AutoCloseable {
  /** Anonymous credentials alone would still have every body read once for the signature. */
  private static final List<AuthSchemeOption> UNSIGNED =
      List.of(AuthSchemeOption.builder().schemeId(NoAuthAuthScheme.SCHEME_ID).build());

  private final SdkHttpClient http =
      Apache5HttpClient.builder().maxConnections(256).socketTimeout(Duration.ofSeconds(60)).build();

  S3Client s3(URI endpoint) {
    return local(S3Client.builder().forcePathStyle(true), endpoint)
        .authSchemeProvider(parameters -> UNSIGNED)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClient(http)
        .build();
  }

  SqsClient sqs(URI endpoint) {
    return local(SqsClient.builder(), endpoint).httpClient(http).build();
  }

  Clients all(URI s3, URI sqs, URI sfn, URI redshiftData, URI secrets) {
    return new Clients(
        s3(s3),
        sqs(sqs),
        local(SfnClient.builder(), sfn).httpClient(http).build(),
        local(RedshiftDataClient.builder(), redshiftData).httpClient(http).build(),
        local(SecretsManagerClient.builder(), secrets).httpClient(http).build());
  }

  private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create());
  }

  @Override
  public void close() {
    http.close();
  }
}
