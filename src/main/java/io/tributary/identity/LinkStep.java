package io.tributary.identity;

import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import io.tributary.run.RunPlan;
import io.tributary.run.RunPlans;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Joins what shares an event, and holds the components that break a guard rail to it event by
 * event. Reads unloaded numbers and leaves numbers for COPY; the same numbers give the same bytes.
 */
public final class LinkStep implements Step<LinkStep.Input, LinkStep.Output> {
  private final ObjectStore objects;
  private final RunPlans plans;
  private final Lease lease;

  public LinkStep(ObjectStore objects, RunPlans plans, Lease lease) {
    this.objects = objects;
    this.plans = plans;
    this.lease = lease;
  }

  /** Whose identifiers to link. */
  public record Input(long run) {}

  /**
   * What came of it.
   *
   * @param links events that connect several identifiers
   * @param guarded identifiers in components that break a guard rail
   */
  public record Output(int identifiers, long links, int guarded, long refusals, int changes) {}

  @Override
  public String name() {
    return "link";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Output run(Input input, Invocation invocation) {
    RunPlan plan = plans.of(input.run());
    lease.check(plan.execution());
    var folder = new StitchingFolder(input.run());
    Numbering numbering = Json.read(objects.read(folder.numbering()), Numbering.class);
    GuardRails rails = rails(plan.project().identity().orElseThrow());
    var identifiers = new Identifiers(numbering.identifiers(), rails);
    read(folder.identifiers(), identifiers::read);
    Corrections corrections = corrections(folder, identifiers);
    var linking = new Linking(identifiers, rails, corrections);
    read(folder.links(), linking::add);
    return finish(folder, numbering, identifiers, rails, corrections, linking);
  }

  private Output finish(
      StitchingFolder folder,
      Numbering numbering,
      Identifiers identifiers,
      GuardRails rails,
      Corrections corrections,
      Linking linking) {
    Labels linked = linking.finish();
    int guarded = linked.pending();
    var labels = new StitchingResult(objects, folder, "labels");
    var refusals = new StitchingResult(objects, folder, "refusals");
    var changes = new StitchingResult(objects, folder, "changes");
    List<ProfileChange> changed = List.of();
    if (guarded > 0 || identifiers.largestProfileBefore() > 0) {
      var events = new OrderedEvents(identifiers, numbering.events());
      read(folder.events(), events::read);
      Replay.Result result =
          new Replay(identifiers, rails, corrections)
              .run(events, refusal -> refusal.write(refusals.rows()));
      linked = result.labels();
      changed = result.changes();
      changed.forEach(change -> change.write(changes.rows()));
    }
    linked.write(labels.rows());
    labels.finish();
    refusals.finish();
    changes.finish();
    return new Output(
        numbering.identifiers(), linking.links(), guarded, refusals.rows().rows(), changed.size());
  }

  private Corrections corrections(StitchingFolder folder, Identifiers identifiers) {
    List<Corrections> parts = new ArrayList<>();
    read(folder.corrections(), rows -> parts.add(Corrections.read(rows, identifiers)));
    return Corrections.of(parts);
  }

  private void read(String prefix, Consumer<NumberRows> reader) {
    for (String key : objects.list(prefix)) {
      try (NumberRows rows = NumberRows.open(objects.uri(key), objects.open(key))) {
        reader.accept(rows);
      }
    }
  }

  private static GuardRails rails(Identity identity) {
    List<IdentifierType> types = identity.byPriority().stream().map(LinkStep::type).toList();
    return new GuardRails(types, identity.maxProfileSize().orElse(IdentifierType.UNLIMITED));
  }

  private static IdentifierType type(IdentifierRule rule) {
    return new IdentifierType(rule.name(), rule.limit().orElse(IdentifierType.UNLIMITED));
  }
}
