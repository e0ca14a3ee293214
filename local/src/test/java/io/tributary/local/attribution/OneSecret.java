package io.tributary.local.attribution;

import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets of which each has the same text, or of which there is none. */
record OneSecret(Optional<String> text) implements SecretsManagerClient {
  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return text.map(value -> GetSecretValueResponse.builder().secretString(value).build())
        .orElseThrow(() -> ResourceNotFoundException.builder().build());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
