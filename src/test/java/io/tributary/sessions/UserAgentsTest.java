package io.tributary.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.sessions.UserAgents.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserAgentsTest {
  private final UserAgents agents = new UserAgents();

  @Test
  void knowWhatADeviceIs() {
    assertThat(
            device(
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/17.0 Safari/605.1.15"))
        .isEqualTo("desktop");
    assertThat(
            device(
                "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/116.0.0.0 Mobile Safari/537.36"))
        .isEqualTo("mobile");
    assertThat(
            device(
                "Mozilla/5.0 (Linux; Android 12; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/80.0.3987.119 Safari/537.36"))
        .isEqualTo("tablet");
    assertThat(
            device(
                "Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/16.0 Mobile/15E148 Safari/604.1"))
        .isEqualTo("tablet");
    assertThat(
            device(
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/538.1 (KHTML, like Gecko)"
                    + " Version/5.0 TV Safari/538.1"))
        .isEqualTo("tv");
    assertThat(device("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"))
        .isEqualTo("bot");
  }

  @Test
  void sayNothingOfWhatTheyDoNotKnow() {
    assertThat(agents.parse("it's \"nothing\" \u0000 that is known 😀"))
        .isEqualTo(new Parsed("other", Optional.empty(), Optional.empty()));
  }

  private String device(String userAgent) {
    return agents.parse(userAgent).device();
  }
}
