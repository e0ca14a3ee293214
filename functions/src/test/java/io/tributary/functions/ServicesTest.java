package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void areBuiltOnceForAllCalls() {
    var made = Services.onceOrRefused(count::incrementAndGet);

    assertThat(made.get()).isEqualTo(1);
    assertThat(made.get()).isEqualTo(1);
  }

  @Test
  void refuseEveryCallByTheSentenceOfWhatIsWrong() {
    var mistake = new UserException(ErrorCode.NOT_AVAILABLE, "The function lacks a bucket.");
    var made =
        Services.onceOrRefused(
            () -> {
              throw mistake;
            });

    assertThatThrownBy(made::get).isSameAs(mistake);
    assertThatThrownBy(made::get).isSameAs(mistake);
  }

  @Test
  void failAtOnceByWhatNobodyCanMend() {
    assertThatThrownBy(
            () ->
                Services.onceOrRefused(
                    () -> {
                      throw new IllegalStateException("a defect");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
