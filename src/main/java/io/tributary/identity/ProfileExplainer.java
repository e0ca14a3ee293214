package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.config.Project;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of two identifiers why they are one profile at the live run, or why they are not. */
public final class ProfileExplainer {
  /** A chain through more than this is no explanation that somebody reads. */
  private static final long MOST_ROWS = 5_000_000;

  private final IdentityQueries queries;
  private final Identity identity;
  private final GuardRails rails;
  private final List<CorrectionEntry> corrections;

  /**
   * @param warehouse runs a query and gives its rows as text
   * @param corrections what an operator wrote, as the live run went by
   */
  public ProfileExplainer(
      IdentityQueries.Reading warehouse, Project project, List<CorrectionEntry> corrections) {
    this.identity = project.identity().orElseThrow(ProfileExplainer::noIdentity);
    this.queries = new IdentityQueries(warehouse, project.schema(), identity);
    this.rails = GuardRails.of(identity);
    this.corrections = List.copyOf(corrections);
  }

  /**
   * Explains two identifiers, written {@code type:value}.
   *
   * @throws UserException if one of them is none, or no event of the live run carries it
   * @throws DataException if they are connected to too many others
   */
  public Explained explain(String one, String other) {
    var known = new KnownIdentifiers(queries, identity);
    KnownIdentifiers.Known first = known.find(one);
    KnownIdentifiers.Known second = known.find(other);
    Explained.Rules rules = rules();
    if (!first.component().equals(second.component())) {
      return new Explained(
          first.person(),
          second.person(),
          Explained.Verdict.TWO_PROFILES,
          List.of(),
          between(first, second),
          rules);
    }
    ConnectedIdentifiers connected = connected(first.component());
    Explanation found =
        connected.explain(first.person().identifier(), second.person().identifier(), corrections);
    return explained(first, second, found, connected, rules);
  }

  private ConnectedIdentifiers connected(String component) {
    Map<String, Object> names = Map.of("component", component);
    long rows = Long.parseLong(queries.first("explained_count", names).orElseThrow().get(0));
    if (rows > MOST_ROWS) {
      throw new DataException(
          ErrorCode.NOT_AVAILABLE,
          "The two are connected to so many others (%,d identifiers of events) that no chain would explain it; look at identity_quarantine and block the values that connect them."
              .formatted(rows));
    }
    var connected = new ConnectedIdentifiers(rails);
    try (Stream<List<String>> members = queries.rows("explained_identifiers", names)) {
      members.forEach(connected::member);
    }
    try (Stream<List<String>> carried = queries.rows("explained_events", names)) {
      carried.forEach(connected::carried);
    }
    return connected;
  }

  private Explained explained(
      KnownIdentifiers.Known first,
      KnownIdentifiers.Known second,
      Explanation found,
      ConnectedIdentifiers connected,
      Explained.Rules rules) {
    List<Explanation.Step> chain = List.of();
    List<Quarantined> refusals = List.of();
    Explained.Verdict verdict = Explained.Verdict.TWO_PROFILES;
    if (found instanceof Explanation.OneProfile one) {
      chain = one.chain();
      verdict = Explained.Verdict.ONE_PROFILE;
    } else if (found instanceof Explanation.KeptApart apart) {
      chain = apart.chain();
      refusals = apart.refusals();
      verdict = Explained.Verdict.KEPT_APART;
    }
    List<Explained.Link> links = new ArrayList<>();
    for (Explanation.Step step : chain) {
      links.add(link(step, refusals, connected));
    }
    return new Explained(
        first.person(), second.person(), verdict, links, connected.about(corrections), rules);
  }

  private Explained.Link link(
      Explanation.Step step, List<Quarantined> refusals, ConnectedIdentifiers connected) {
    Optional<Explained.Event> event = Optional.empty();
    List<Explained.LeftOut> leftOut = List.of();
    if (step.link() instanceof Explanation.SharedEvent shared) {
      event = Optional.of(connected.event(shared.event()));
      leftOut =
          refusals.stream()
              .filter(refusal -> refusal.event() == shared.event())
              .map(refusal -> leftOut(refusal, connected))
              .distinct()
              .toList();
    }
    return new Explained.Link(
        connected.identifier(step.from()), connected.identifier(step.to()), event, leftOut);
  }

  private Explained.LeftOut leftOut(Quarantined refusal, ConnectedIdentifiers connected) {
    GuardRail rail = refusal.rail();
    String type = rail.type() == 0 ? "" : rails.type(rail.type()).name();
    String limit = rail.limit() == 0 ? "" : Integer.toString(rail.limit());
    String reason =
        Stream.of(rail.reason().label(), type, limit)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return new Explained.LeftOut(connected.identifier(refusal.identifier()), reason);
  }

  /** Two components may still be told apart by name. */
  private List<CorrectionEntry> between(
      KnownIdentifiers.Known first, KnownIdentifiers.Known second) {
    List<Identifier> both = List.of(first.person().identifier(), second.person().identifier());
    return corrections.stream()
        .filter(entry -> both.contains(entry.one()) && both.contains(entry.other()))
        .toList();
  }

  private Explained.Rules rules() {
    Optional<List<String>> last = queries.first("explained_definition", new HashMap<>());
    return last.filter(row -> row.get(0).equals(IdentityDefinition.of(identity, corrections)))
            .isPresent()
        ? Explained.Rules.AS_STITCHED
        : Explained.Rules.CHANGED_SINCE;
  }

  private static UserException noIdentity() {
    return new UserException(
        ErrorCode.NOT_AVAILABLE,
        "The project has no `identity`, so every user_id is a profile of its own; add the block to tributary.yaml and run it.");
  }
}
