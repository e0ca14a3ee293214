package io.tributary.local.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.ScreenCapture;
import org.junit.jupiter.api.Test;

class RequestBarTest {
  @Test
  void drawsNothingOnceItIsClosed() {
    ScreenCapture capture = new ScreenCapture();
    RequestBar bar = new RequestBar(capture.screen(40), 20);
    bar.draw("before");
    bar.close();

    bar.draw("late");

    assertThat(capture.out()).contains("before").doesNotContain("late").endsWith(" \r");
  }
}
