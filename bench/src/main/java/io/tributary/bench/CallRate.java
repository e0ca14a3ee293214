package io.tributary.bench;

import io.tributary.local.attribution.LocalAttributionService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How many calls a second the service gets, without the beginning and the end of a run. With at
 * most c calls under way, call n + c begins a latency after call n at the earliest. So of the calls
 * between two moments c do not count: what is left per second is never above c ÷ latency, however
 * the calls bunch.
 */
final class CallRate {
  private static final int LOOK_EVERY_MILLISECONDS = 5;
  private static final double EDGE = 0.1;
  private static final int LEAST_ROUNDS = 25;

  private final LocalAttributionService service;
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private final List<Look> looks = new ArrayList<>();

  private record Look(long at, long calls) {}

  private CallRate(LocalAttributionService service) {
    this.service = service;
  }

  static CallRate watch(LocalAttributionService service) {
    CallRate rate = new CallRate(service);
    rate.looking.scheduleAtFixedRate(rate::look, 0, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    return rate;
  }

  private synchronized void look() {
    long calls = service.calls();
    if (looks.isEmpty() || looks.get(looks.size() - 1).calls() < calls) {
      looks.add(new Look(System.nanoTime(), calls));
    }
  }

  /**
   * Calls a second between the first and the last tenth of all calls; 0 for too few to tell.
   *
   * @param concurrency the most calls under way at once
   */
  double stop(int concurrency) {
    looking.shutdownNow();
    synchronized (this) {
      long all = looks.get(looks.size() - 1).calls();
      if (all < (long) LEAST_ROUNDS * concurrency) {
        return 0;
      }
      Look first = after(all * EDGE);
      Look last = after(all * (1 - EDGE));
      long counted = last.calls() - first.calls() + 1 - concurrency;
      return counted * 1e9 / (last.at() - first.at());
    }
  }

  private Look after(double calls) {
    return looks.stream().filter(look -> look.calls() >= calls).findFirst().orElseThrow();
  }
}
