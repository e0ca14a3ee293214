package io.tributary.local.states.definition;

import java.util.List;
import java.util.stream.Stream;

/** What a state does about errors, in the order in which it is tried. */
public record Handling(List<Retrier> retriers, List<Catcher> catchers) {
  /** Every error fails the flow. */
  public static final Handling NONE = new Handling(List.of(), List.of());

  public Handling {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }

  /** The exits of the catchers and the state's own. */
  List<Exit> exitsWith(Exit own) {
    return Stream.concat(Stream.of(own), catchers.stream().map(Catcher::exit)).toList();
  }
}
