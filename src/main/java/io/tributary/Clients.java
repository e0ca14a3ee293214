package io.tributary;

import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The service clients that the pipeline is built from; only their endpoints differ locally. */
public record Clients(
    S3Client s3,
    SqsClient sqs,
    SfnClient sfn,
    RedshiftDataClient redshiftData,
    SecretsManagerClient secretsManager)
    implements AutoCloseable {
  @Override
  public void close() {
    s3.close();
    sqs.close();
    sfn.close();
    redshiftData.close();
    secretsManager.close();
  }
}
