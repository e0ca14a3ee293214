package io.tributary.secrets;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets by the name that the project file gives. A value never reaches a log or an error. */
public final class Secrets {
  private final SecretsManagerClient client;

  public Secrets(SecretsManagerClient client) {
    this.client = client;
  }

  /**
   * The secret's text.
   *
   * @throws UserException if there is none of that name
   */
  public String value(String name) {
    try {
      return client.getSecretValue(r -> r.secretId(name)).secretString();
    } catch (ResourceNotFoundException e) {
      throw new UserException(ErrorCode.SECRET_MISSING, missing(name), e);
    }
  }

  private static String missing(String name) {
    return "There is no secret '"
        + name
        + "': create it in Secrets Manager, or set the environment variable "
        + localVariable(name)
        + " for a local run.";
  }

  /** The environment variable that holds the secret in a local run. */
  public static String localVariable(String name) {
    return "TRIBUTARY_SECRET_"
        + name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
