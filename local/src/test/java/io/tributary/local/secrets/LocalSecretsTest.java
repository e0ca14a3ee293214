package io.tributary.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import io.tributary.secrets.Secrets;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class LocalSecretsTest {
  private static LocalSecrets local;
  private static SecretsManagerClient client;

  @BeforeAll
  static void start() {
    local =
        LocalSecrets.start(
            Map.of(
                "TRIBUTARY_SECRET_TRIBUTARY_IHC", "s3cret",
                "TRIBUTARY_SECRET_EMPTY", "",
                "PASSWORD", "not a secret of ours"));
    client = client(local.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    local.close();
  }

  @Test
  void givesTheVariableThatTheSecretsNameMapsTo() {
    assertThat(new Secrets(client).value("tributary/ihc")).isEqualTo("s3cret");
    assertThat(Secrets.localVariable("app-db.2/Url")).isEqualTo("TRIBUTARY_SECRET_APP_DB_2_URL");
  }

  @Test
  void answersAsSecretsManagerDoes() {
    var answer = client.getSecretValue(r -> r.secretId("tributary/ihc").versionStage("AWSCURRENT"));

    assertThat(answer.name()).isEqualTo("tributary/ihc");
    assertThat(answer.versionStages()).containsExactly("AWSCURRENT");
    assertThatThrownBy(
            () ->
                client.getSecretValue(r -> r.secretId("tributary/ihc").versionStage("AWSPREVIOUS")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void tellsHowToSetASecretThatIsMissing() {
    assertThatThrownBy(() -> new Secrets(client).value("crm-hmac"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("TRIBUTARY_SECRET_CRM_HMAC");
    assertThatThrownBy(() -> new Secrets(client).value("empty")).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> new Secrets(client).value("PASSWORD"))
        .isInstanceOf(UserException.class);
  }

  @Test
  void refusesByNameWhatItDoesNotImplement() {
    assertThatThrownBy(() -> client.listSecrets())
        .isInstanceOfSatisfying(
            SecretsManagerException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("do not implement ListSecrets");
  }

  @Test
  void saysThatItMayHelpToTryAgainWhenNobodyAnswers() {
    // Port 9 (discard) is not served on a machine that runs tests.
    try (SecretsManagerClient unreachable = client(URI.create("http://127.0.0.1:9"))) {
      assertThatThrownBy(() -> new Secrets(unreachable).value("x"))
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("did not give the secret 'x'");
    }
  }

  private static SecretsManagerClient client(URI endpoint) {
    return SecretsManagerClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(Apache5HttpClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }
}
