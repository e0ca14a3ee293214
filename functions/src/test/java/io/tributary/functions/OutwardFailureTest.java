package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.error.PermanentException;
import io.tributary.error.PipelineException;
import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** What Lambda's runtime logs of a failure: its message, its causes, its frames. */
class OutwardFailureTest {
  private static final RuntimeException CAUSE =
      new IllegalStateException("row 7: ann@shop.example, secret-key");

  static Stream<PipelineException> ofEveryKind() {
    String message =
        "Rows of ann.lee@shop.example and bob@example.com (both) are wrong: mend them.";
    return Stream.of(
        new UserException(ErrorCode.PROJECT_INVALID, message, CAUSE),
        new DataException(ErrorCode.STATEMENT_FAILED, message, CAUSE),
        new TransientException(ErrorCode.OUT_OF_TIME, message, CAUSE),
        new PermanentException(ErrorCode.SERVICE_REFUSED, message, CAUSE),
        new LeaseLostException(ErrorCode.LEASE_LOST, message));
  }

  @ParameterizedTest
  @MethodSource("ofEveryKind")
  void isTheStepsOwnWithoutAddressesAndCauses(PipelineException failure) {
    PipelineException told = OutwardFailure.of("plan", failure);

    assertThat(told.getClass()).isEqualTo(failure.getClass());
    assertThat(told.code()).isEqualTo(failure.code());
    assertThat(told)
        .hasMessage("Rows of <address> and <address> (both) are wrong: mend them.")
        .hasNoCause();
    assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(logged(told)).doesNotContain("@", "secret-key");
  }

  @Test
  void namesADefectAndItsPlaceAndNotWhatItSays() {
    PipelineException told = OutwardFailure.of("plan", CAUSE);

    assertThat(told)
        .isInstanceOf(PermanentException.class)
        .hasMessageStartingWith(
            "The step 'plan' failed by a defect, java.lang.IllegalStateException at io.tributary")
        .hasNoCause();
    assertThat(logged(told)).doesNotContain("@", "secret-key");
  }

  @Test
  void namesWhatAwsRefusedByItsCodeAndNotByItsText() {
    var refusal =
        SfnException.builder()
            .message("Invalid Token: 'secret-key'")
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
            .build();

    assertThat(OutwardFailure.of("plan", refusal))
        .hasMessageContaining("refused by AWS with AccessDeniedException")
        .hasMessageNotContaining("secret-key");
  }

  @Test
  void letsAnErrorThroughBecauseTheEnvironmentIsLost() {
    var error = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(() -> OutwardFailure.of("plan", error)).isSameAs(error);
  }

  /** As Lambda's runtime writes it. */
  private static String logged(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return thrown.getLocalizedMessage() + ": " + thrown.getClass().getName() + "\n" + text;
  }
}
