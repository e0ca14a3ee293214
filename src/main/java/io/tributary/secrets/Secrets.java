package io.tributary.secrets;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Secrets by the name that the project file gives. A value never reaches a log or an error. */
public final class Secrets {
  private static final int NOT_IMPLEMENTED = 501;

  private final SecretsManagerClient client;

  public Secrets(SecretsManagerClient client) {
    this.client = client;
  }

  /**
   * The secret's text.
   *
   * @throws UserException if there is none of that name, or it may not be read
   * @throws TransientException if the service did not answer
   */
  public String value(String name) {
    try {
      String value = client.getSecretValue(r -> r.secretId(name)).secretString();
      if (value == null) {
        throw new UserException(
            ErrorCode.SECRET_MISSING, "The secret '" + name + "' is binary: store it as text.");
      }
      return value;
    } catch (ResourceNotFoundException e) {
      throw new UserException(ErrorCode.SECRET_MISSING, missing(name), e);
    } catch (SecretsManagerException e) {
      if (isTransient(e)) {
        throw unanswered(name, e);
      }
      throw new UserException(ErrorCode.SECRET_MISSING, refused(name, e), e);
    } catch (SdkException e) {
      throw unanswered(name, e);
    }
  }

  private static boolean isTransient(SecretsManagerException e) {
    return e.isThrottlingException() || e.statusCode() >= 500 && e.statusCode() != NOT_IMPLEMENTED;
  }

  private static TransientException unanswered(String name, SdkException e) {
    return new TransientException(
        ErrorCode.SECRETS_UNREACHABLE,
        "Secrets Manager did not give the secret '" + name + "': " + e.getMessage(),
        e);
  }

  private static String refused(String name, SecretsManagerException e) {
    return "The secret '"
        + name
        + "' may not be read ("
        + e.awsErrorDetails().errorCode()
        + "): allow secretsmanager:GetSecretValue on it, and kms:Decrypt on its key.";
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
    return "TRIBUTARY_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
