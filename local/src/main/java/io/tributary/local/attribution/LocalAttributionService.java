package io.tributary.local.attribution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.attribution.AttributionEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for the attribution service: {@code POST /v1/compute_ihc?conv_type_id=…} on loopback.
 * It calculates scores, or gives back recorded ones, holds its limits, and counts what would have
 * to be paid: a journey is paid whenever a 200 or 206 answers it. {@code redistribution_parameter}
 * is taken and has no effect. A waiting call holds no thread.
 */
public final class LocalAttributionService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalAttributionService.class);
  private static final String PATH = "/v1/compute_ihc";
  private static final int THREADS = 4;
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ScheduledExecutorService threads;
  private final ServiceSettings settings;
  private final Recording recording;
  private final Faults faults = new Faults();
  private final PaidLedger ledger = new PaidLedger();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final ComputeIhc operation;

  private LocalAttributionService(ServiceSettings settings) throws IOException {
    this.settings = settings;
    this.recording = settings.recording().map(Recording::of).orElseGet(Recording::none);
    this.operation = new ComputeIhc(settings, recording, faults);
    this.threads =
        Executors.newScheduledThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "attribution-service");
              thread.setDaemon(true);
              return thread;
            });
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /** Starts on a free port of the loopback address. */
  public static LocalAttributionService start(ServiceSettings settings) {
    try {
      LocalAttributionService service = new LocalAttributionService(settings);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException("The attribution service's stand-in did not start", e);
    }
  }

  /** Its address; the fingerprint changes with the recording, not with the port. */
  public AttributionEndpoint endpoint() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    String fingerprint = "stand-in:" + recording.fingerprint();
    return new AttributionEndpoint(base, fingerprint, settings.key().isPresent());
  }

  /** Calls so far, those that were refused too. */
  public long calls() {
    return calls.get();
  }

  /** The most calls that were under way at one moment. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Journeys paid so far; one that was answered twice counts twice. */
  public long paidJourneys() {
    return timesPaid().values().stream().mapToLong(Integer::longValue).sum();
  }

  /** How often each conversion was paid; one that never was is absent. */
  public Map<String, Integer> timesPaid() {
    return ledger.timesPaid();
  }

  /** The faults to show. */
  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    long arrived = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      send(exchange, Reply.refused(404, "There is only POST " + PATH + "."));
    } else if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, Reply.refused(405, "There is only POST " + PATH + "."));
    } else {
      calls.incrementAndGet();
      mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      Reply reply = operation.reply(key(exchange), convTypeId(exchange), body);
      Duration wait = settings.latency().plus(reply.delay());
      long left = wait.toNanos() - (System.nanoTime() - arrived);
      threads.schedule(() -> finish(exchange, reply), left, TimeUnit.NANOSECONDS);
    }
  }

  private void finish(HttpExchange exchange, Reply reply) {
    ledger.pay(reply.paid());
    underWay.decrementAndGet();
    try {
      send(exchange, reply);
    } catch (IOException e) {
      LOG.info("A caller of the attribution service's stand-in went before its answer");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      if (reply.body().isPresent()) {
        byte[] body = reply.body().get();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply
            .retryAfter()
            .ifPresent(
                wait ->
                    exchange
                        .getResponseHeaders()
                        .set("Retry-After", Long.toString(wait.toSeconds())));
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Optional<String> key(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-api-key"));
  }

  private static Optional<String> convTypeId(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestURI().getRawQuery())
        .flatMap(
            query ->
                Arrays.stream(query.split("&"))
                    .filter(parameter -> parameter.startsWith("conv_type_id="))
                    .map(parameter -> parameter.substring("conv_type_id=".length()))
                    .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                    .filter(value -> !value.isBlank())
                    .findFirst());
  }
}
