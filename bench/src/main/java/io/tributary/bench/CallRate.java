package io.tributary.bench;

import io.tributary.local.attribution.LocalAttributionService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How many calls a second the service gets, without the beginning and the end of a run. */
final class CallRate {
  private static final int LOOK_EVERY_MILLISECONDS = 5;
  private static final double EDGE = 0.1;

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

  /** Calls a second between the first tenth and the last tenth of all calls; 0 for few. */
  double stop() {
    looking.shutdownNow();
    synchronized (this) {
      long all = looks.get(looks.size() - 1).calls();
      Look first = after(all * EDGE);
      Look last = after(all * (1 - EDGE));
      return last.at() == first.at()
          ? 0
          : (last.calls() - first.calls()) * 1e9 / (last.at() - first.at());
    }
  }

  private Look after(double calls) {
    return looks.stream().filter(look -> look.calls() >= calls).findFirst().orElseThrow();
  }
}
