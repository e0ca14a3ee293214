package io.tributary.functions;

import io.tributary.Clients;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The service clients of a function, over one pool of connections. */
final class ServiceClients {
  /** One try of a call; longer than the 20 seconds for which the warehouse may keep one waiting. */
  static final Duration TRY_TIMEOUT = Duration.ofSeconds(45);

  /** A call with all its tries: well below the shortest function's timeout. */
  static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

  private ServiceClients() {}

  /** Clients for the function's region and role; endpoints as the SDK's variables say. */
  static Clients create() {
    SdkHttpClient http =
        Apache5HttpClient.builder().connectionTimeout(Duration.ofSeconds(5)).build();
    return new Clients(
        patient(S3Client.builder(), http).build(),
        patient(SqsClient.builder(), http).build(),
        patient(SfnClient.builder(), http).build(),
        patient(RedshiftDataClient.builder(), http).build(),
        patient(SecretsManagerClient.builder(), http).build());
  }

  private static <B extends SdkClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B patient(
      B builder, SdkHttpClient http) {
    return builder
        .httpClient(http)
        .overrideConfiguration(
            timeouts -> timeouts.apiCallAttemptTimeout(TRY_TIMEOUT).apiCallTimeout(CALL_TIMEOUT));
  }
}
