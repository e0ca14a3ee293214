package io.tributary.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** What the local secrets never answer: refusals, throttling, binary secrets. */
class SecretsTest {
  @Test
  void saysWhichPermissionIsMissing() {
    assertThatThrownBy(() -> value(failing(400, "AccessDeniedException")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("AccessDeniedException")
        .hasMessageContaining("allow secretsmanager:GetSecretValue");
  }

  @Test
  void saysThatItMayHelpToTryAgainWhenTheServiceIsBusy() {
    assertThatThrownBy(() -> value(failing(400, "ThrottlingException")))
        .isInstanceOf(TransientException.class);
    assertThatThrownBy(() -> value(failing(500, "InternalServiceError")))
        .isInstanceOf(TransientException.class);
  }

  @Test
  void refusesABinarySecret() {
    GetSecretValueResponse binary =
        GetSecretValueResponse.builder().secretBinary(SdkBytes.fromUtf8String("x")).build();

    assertThatThrownBy(() -> value(() -> binary))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("store it as text");
  }

  @Test
  void namesTheVariableOfALocalRunInUpperCaseWithUnderscores() {
    assertThat(Secrets.localVariable("tributary/ihc")).isEqualTo("TRIBUTARY_SECRET_TRIBUTARY_IHC");
  }

  private static String value(Supplier<GetSecretValueResponse> answer) {
    return new Secrets(new FakeSecretsManager(answer)).value("tributary/ihc");
  }

  private static Supplier<GetSecretValueResponse> failing(int status, String code) {
    return () -> {
      throw SecretsManagerException.builder()
          .statusCode(status)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
          .build();
    };
  }

  private record FakeSecretsManager(Supplier<GetSecretValueResponse> answer)
      implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return answer.get();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }
}
