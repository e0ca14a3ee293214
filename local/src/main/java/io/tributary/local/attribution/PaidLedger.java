package io.tributary.local.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How often each conversion's journey was answered, that is, paid. */
final class PaidLedger {
  private final Map<String, Integer> timesPaid = new HashMap<>();

  synchronized void pay(Collection<String> conversions) {
    conversions.forEach(conversion -> timesPaid.merge(conversion, 1, Integer::sum));
  }

  synchronized Map<String, Integer> timesPaid() {
    return Map.copyOf(timesPaid);
  }
}
