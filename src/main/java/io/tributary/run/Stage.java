package io.tributary.run;

import java.util.List;

/**
 * Set-based work in the warehouse. Its parts are submitted one after the other and awaited by the
 * state machine; one that failed is submitted again.
 */
public interface Stage {
  /** The name in state machines, in {@code --only} and in the ledger. */
  String name();

  /** The transactions, in order. */
  List<StagePart> parts();

  /** Counts, once all parts are done; may refuse a result that does not add up. */
  StageResult finish(StageContext context);
}
