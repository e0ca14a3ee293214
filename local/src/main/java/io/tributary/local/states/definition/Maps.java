package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Map states, inline and distributed. */
final class Maps {
  private static final long MOST_INLINE = 40;
  private static final long MOST_DISTRIBUTED = 10_000;
  private static final Set<String> PROCESSOR =
      Set.of("ProcessorConfig", "StartAt", "States", "Comment");
  private static final String[] INLINE = {
    "Items", "ItemSelector", "ItemProcessor", "MaxConcurrency"
  };
  private static final String[] DISTRIBUTED = {
    "Items",
    "ItemSelector",
    "ItemProcessor",
    "MaxConcurrency",
    "ToleratedFailureCount",
    "ToleratedFailurePercentage",
    "Label"
  };

  private Maps() {}

  static State read(String name, Fields fields) {
    Fields processor = fields.object("ItemProcessor");
    processor.allowOnly(PROCESSOR);
    boolean distributed = isDistributed(processor);
    fields.allowOnly(States.withHandling(distributed ? DISTRIBUTED : INLINE));
    Flow flow = Flows.read(processor);
    return distributed ? distributed(name, fields, flow) : inline(name, fields, flow);
  }

  private static boolean isDistributed(Fields processor) {
    if (!processor.has("ProcessorConfig")) {
      return false;
    }
    Fields config = processor.object("ProcessorConfig");
    config.allowOnly(Set.of("Mode", "ExecutionType"));
    String mode = config.optionalText("Mode").orElse("INLINE");
    if (!mode.equals("INLINE") && !mode.equals("DISTRIBUTED")) {
      config.refuse("Mode", "must be INLINE or DISTRIBUTED");
    }
    if (mode.equals("DISTRIBUTED")) {
      requireStandard(config);
    } else if (config.has("ExecutionType")) {
      config.refuse("ExecutionType", "belongs to DISTRIBUTED mode only");
    }
    return mode.equals("DISTRIBUTED");
  }

  private static void requireStandard(Fields config) {
    String type = config.text("ExecutionType");
    if (!type.isEmpty() && !type.equals("STANDARD")) {
      config.refuse("ExecutionType", "is '" + type + "' and only STANDARD is supported");
    }
  }

  private static State inline(String name, Fields fields, Flow processor) {
    return new State.InlineMap(
        name,
        items(fields),
        processor,
        Numbers.count(fields, "MaxConcurrency", MOST_INLINE),
        Errors.read(fields),
        Exits.ofState(fields));
  }

  private static State distributed(String name, Fields fields, Flow processor) {
    Optional<String> label = fields.optionalText("Label");
    if (label.filter(text -> !text.matches("[A-Za-z0-9_-]{1,40}")).isPresent()) {
      fields.refuse("Label", "has 1 to 40 letters, digits, '-' or '_'");
    }
    return new State.DistributedMap(
        name,
        items(fields),
        processor,
        Numbers.count(fields, "MaxConcurrency", MOST_DISTRIBUTED),
        new Tolerance(
            Numbers.count(fields, "ToleratedFailureCount", Integer.MAX_VALUE),
            Numbers.share(fields, "ToleratedFailurePercentage", 100)),
        label,
        Errors.read(fields),
        Exits.ofState(fields));
  }

  private static Items items(Fields fields) {
    Optional<Template> items = fields.template("Items");
    boolean wrong =
        items.isPresent()
            && !(items.get() instanceof Template.Query)
            && !(items.get() instanceof Template.Elements)
            && !(items.get() instanceof Template.Literal literal
                && literal.value() instanceof List);
    if (wrong) {
      fields.refuse("Items", "must be an array or an expression that gives one");
    }
    return new Items(items, fields.template("ItemSelector"));
  }
}
