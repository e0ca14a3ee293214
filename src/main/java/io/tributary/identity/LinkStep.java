package io.tributary.identity;

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

  /** Whose identifiers to link, and in which round. */
  public record Input(long run, Round round) {}

  /** What a call knows of the events. */
  public enum Round {
    /** Which identifiers new events connect. */
    LINK,
    /** And, of the components that need it, their events in order. */
    REPLAY
  }

  /**
   * What came of it.
   *
   * @param links events that connect several identifiers
   * @param guarded identifiers in components that break a guard rail
   * @param replays whether events have to be gone through in order, in another round
   */
  public record Output(
      int identifiers, long links, int guarded, long refusals, int changes, boolean replays) {}

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
    StitchingLimits.checkMemory(numbering, Runtime.getRuntime().maxMemory());
    GuardRails rails = GuardRails.of(plan.project().identity().orElseThrow());
    var identifiers = new Identifiers(numbering.identifiers(), rails);
    read(folder.identifiers(), identifiers::read);
    Corrections corrections = corrections(folder, identifiers);
    var linking = new Linking(identifiers, rails, corrections);
    read(folder.links(), linking::add);
    return switch (input.round()) {
      case LINK -> link(folder, identifiers, linking);
      case REPLAY ->
          replay(folder, identifiers, linking, new OrderedPassInput(numbering, rails, corrections));
    };
  }

  /** The result, unless a component has to wait for its events, or a profile changed. */
  private Output link(StitchingFolder folder, Identifiers identifiers, Linking linking) {
    Labels linked = linking.finish();
    boolean replays = linked.pending() > 0 || linked.changesProfiles(identifiers);
    var labels = new StitchingResult(objects, folder, replays ? "linked" : "labels");
    linked.write(labels.rows());
    labels.finish();
    if (!replays) {
      new StitchingResult(objects, folder, "refusals").finish();
      new StitchingResult(objects, folder, "changes").finish();
    }
    return new Output(identifiers.count(), linking.links(), linked.pending(), 0, 0, replays);
  }

  private Output replay(
      StitchingFolder folder, Identifiers identifiers, Linking linking, OrderedPassInput input) {
    int guarded = linking.finish().pending();
    var labels = new StitchingResult(objects, folder, "labels");
    var refusals = new StitchingResult(objects, folder, "refusals");
    var changes = new StitchingResult(objects, folder, "changes");
    var events = new OrderedEvents(identifiers, input.numbering().events());
    read(folder.events(), events::read);
    Replay.Result result =
        new Replay(identifiers, input.rails(), input.corrections())
            .run(events, refusal -> refusal.write(refusals.rows()));
    result.labels().write(labels.rows());
    result.changes().forEach(change -> change.write(changes.rows()));
    labels.finish();
    refusals.finish();
    changes.finish();
    return new Output(
        identifiers.count(),
        linking.links(),
        guarded,
        refusals.rows().rows(),
        result.changes().size(),
        false);
  }

  /** What the ordered pass goes by. */
  private record OrderedPassInput(Numbering numbering, GuardRails rails, Corrections corrections) {}

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
}
