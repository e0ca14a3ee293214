package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.attribution.ServiceReply.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {
  private static final Instant NOW = Instant.parse("2023-09-06T12:00:00Z");

  private final ReplyReader reader = new ReplyReader(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED", "413, REJECTED", "401, KEY_REFUSED", "403, KEY_REFUSED", "429, BUSY",
    "500, BUSY", "503, BUSY", "404, REFUSED", "302, REFUSED", "200, BUSY"
  })
  void tellsByTheStatusWhatToDo(int status, Kind kind) {
    assertThat(read(status, "", "no JSON").kind()).isEqualTo(kind);
  }

  @Test
  void readsAPartialAnswer() {
    ServiceReply reply =
        read(
            200,
            "",
            """
            {"statusCode":206,
             "value":[{"conversion_id":"a","session_id":"1","initializer":1,"holder":0,"closer":"x"}],
             "partialFailureErrors":[{"conversion_id":"b","error":"no timestamp"}]}
            """);

    assertThat(reply.kind()).isEqualTo(Kind.ANSWERED);
    assertThat(reply.rows().get("a"))
        .containsExactly(new ServiceRow("a", "1", 1, 0, Double.NaN, Double.NaN));
    assertThat(reply.errors()).isEqualTo(Map.of("b", "The service refused it: no timestamp"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"120|120", "Wed, 06 Sep 2023 12:01:30 GMT|90", "Wed, 06 Sep 2023 11:00:00 GMT|0"})
  void readsHowLongToWait(String header, long seconds) {
    assertThat(read(429, header, "").retryAfter()).contains(Duration.ofSeconds(seconds));
    assertThat(read(503, header, "").retryAfter()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void ignoresAWaitThatItCannotRead() {
    assertThat(read(429, "soon", "").retryAfter()).isEmpty();
    assertThat(read(429, "-5", "").retryAfter()).isEmpty();
  }

  @Test
  void keepsWhatTheServiceSaysOfTheKeyToItself() {
    assertThat(read(403, "", "{\"message\":\"key abc is unknown\"}").reason())
        .isEqualTo("it answered 403");
  }

  @Test
  void shortensALongMessage() {
    String reason = read(400, "", "{\"message\":\"" + "x".repeat(5000) + "\"}").reason();

    assertThat(reason).startsWith("The service answered 400: xxx").hasSizeLessThan(400);
  }

  private ServiceReply read(int status, String retryAfter, String body) {
    Map<String, List<String>> headers =
        retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", List.of(retryAfter));
    return reader.read(
        new Response(
            status,
            HttpHeaders.of(headers, (name, value) -> true),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  private record Response(int statusCode, HttpHeaders headers, byte[] body)
      implements HttpResponse<byte[]> {
    @Override
    public HttpRequest request() {
      return HttpRequest.newBuilder(uri()).build();
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return URI.create("http://127.0.0.1/");
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
