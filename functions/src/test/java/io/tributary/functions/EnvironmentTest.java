package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import io.tributary.functions.Environment.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "TRIBUTARY_BUCKET", "shop-bucket",
          "TRIBUTARY_DATABASE", "dev",
          "TRIBUTARY_WORKGROUP", "shop",
          "TRIBUTARY_CLUSTER", "",
          "TRIBUTARY_COPY_ROLE", "",
          "TRIBUTARY_REQUEST_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/1/requests",
          "TRIBUTARY_ATTRIBUTION_ENDPOINT", "https://attribution.example",
          "TRIBUTARY_MAX_CONCURRENCY", "12",
          "TRIBUTARY_PROJECT", "shop");

  @Test
  void readsEveryVariable() {
    var settings =
        Environment.of(with("TRIBUTARY_COPY_ROLE", "arn:aws:iam::1:role/copy")).settings();

    assertThat(settings.bucket()).isEqualTo("shop-bucket");
    assertThat(settings.warehouse().database()).isEqualTo("dev");
    assertThat(settings.warehouse().workgroup()).contains("shop");
    assertThat(settings.warehouse().cluster()).isEmpty();
    assertThat(settings.warehouse().copyRole()).contains("arn:aws:iam::1:role/copy");
    assertThat(settings.requestQueueUrl()).endsWith("/requests");
    assertThat(settings.services().usual().base()).hasHost("attribution.example");
    assertThat(settings.services().usual().needsKey()).isTrue();
    assertThat(settings.workers()).isEqualTo(OptionalInt.of(12));
  }

  @Test
  void takesAnEmptyVariableForNone() {
    var environment = Environment.of(with("TRIBUTARY_METRICS_NAMESPACE", " "));

    assertThat(environment.metricsNamespace()).isEqualTo("Tributary");
    assertThat(environment.settings().warehouse().copyRole()).isEqualTo(Optional.empty());
  }

  @Test
  void namesTheNamespaceAsItIsTold() {
    assertThat(Environment.of(with("TRIBUTARY_METRICS_NAMESPACE", "Shop")).metricsNamespace())
        .isEqualTo("Shop");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "TRIBUTARY_WORKGROUP",
        "TRIBUTARY_CLUSTER",
        "TRIBUTARY_COPY_ROLE",
        "TRIBUTARY_METRICS_NAMESPACE"
      })
  void saysWhichVariableIsMissing(Variable missing) {
    assertThatThrownBy(() -> Environment.of(with(missing.name(), "")))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("The function lacks " + missing.name() + " (")
        .hasMessageEndingWith("): set it in the template's environment variables.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"both", "none"})
  void refusesBothKindsOfWarehouseAndNone(String how) {
    var variables = new HashMap<>(with("TRIBUTARY_CLUSTER", "cluster"));
    if (how.equals("none")) {
      variables.remove("TRIBUTARY_CLUSTER");
      variables.remove("TRIBUTARY_WORKGROUP");
    }

    assertThatThrownBy(() -> Environment.of(variables))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("either TRIBUTARY_WORKGROUP or TRIBUTARY_CLUSTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", "10000"})
  void refusesAConcurrencyThatIsNone(String text) {
    assertThatThrownBy(() -> Environment.of(with("TRIBUTARY_MAX_CONCURRENCY", text)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("TRIBUTARY_MAX_CONCURRENCY is '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attribution.example", "ftp://attribution.example", "https:// x"})
  void refusesAnAddressThatIsNone(String address) {
    assertThatThrownBy(() -> Environment.of(with("TRIBUTARY_ATTRIBUTION_ENDPOINT", address)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("TRIBUTARY_ATTRIBUTION_ENDPOINT is no address");
  }

  private static Map<String, String> with(String name, String value) {
    var variables = new HashMap<>(WHOLE);
    variables.put(name, value);
    return variables;
  }
}
