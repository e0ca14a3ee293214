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

  @Test
  void saysHowManyFailed() {
    ScreenCapture capture = new ScreenCapture();
    RequestBar bar = new RequestBar(capture.screen(80), 20);

    bar.show(new RequestTally(20, 3, 2));
    bar.refresh();

    assertThat(capture.out()).contains("5/20").contains("2 failed");
    bar.close();
  }
}
