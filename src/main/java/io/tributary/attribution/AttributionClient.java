package io.tributary.attribution;

import io.tributary.config.Ihc;
import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import io.tributary.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP call of the attribution service, without patience. Safe for use by several threads. */
final class AttributionClient {
  private final HttpClient http;
  private final AttributionEndpoints endpoints;
  private final ReplyReader replies;

  AttributionClient(HttpClient http, AttributionEndpoints endpoints, Clock clock) {
    this.http = http;
    this.endpoints = endpoints;
    this.replies = new ReplyReader(clock);
  }

  /** Sends the journeys, with the key where there is one, and waits at most so long. */
  ServiceReply call(Ihc ihc, Optional<String> key, List<Journey> journeys, Duration timeout) {
    URI base = endpoints.of(ihc).base();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(base, ihc))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body(ihc, journeys)));
    key.ifPresent(value -> request.header("x-api-key", value));
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      return replies.read(response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return ServiceReply.busy(
          "The service did not answer within " + timeout.toSeconds() + " s.", Optional.empty());
    } catch (ExecutionException e) {
      return broken(base, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException(ErrorCode.OUT_OF_TIME, "The call was interrupted.", e);
    } finally {
      response.cancel(true);
    }
  }

  private static ServiceReply broken(URI base, Throwable cause) {
    if (!(cause instanceof IOException)) {
      throw new IllegalStateException("The call of the attribution service failed", cause);
    }
    String reason =
        cause instanceof ConnectException
            ? "The service at " + base + " cannot be reached; check attribution.ihc.endpoint."
            : "The connection to the service at " + base + " broke off: " + cause.getMessage();
    return ServiceReply.busy(reason, Optional.empty());
  }

  private static URI address(URI base, Ihc ihc) {
    String root = base.toString().replaceAll("/+$", "");
    String type = URLEncoder.encode(ihc.convTypeId(), StandardCharsets.UTF_8);
    return URI.create(root + "/v1/compute_ihc?conv_type_id=" + type);
  }

  private static byte[] body(Ihc ihc, List<Journey> journeys) {
    return Json.bytes(CallBody.of(journeys, ihc.redistributionParameter()));
  }
}
