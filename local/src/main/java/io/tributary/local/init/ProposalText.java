package io.tributary.local.init;

import io.tributary.config.Model;
import io.tributary.config.SourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a proposed project file, with a comment at each guess. */
final class ProposalText {
  private static final int LONGEST_NAME = 63;
  private static final int COMMENT_COLUMN = 40;
  private static final Set<String> YAML_WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "now");

  private final StringBuilder text = new StringBuilder();

  /**
   * The text of {@code tributary.yaml}.
   *
   * @param folder the name of the project folder
   * @param recording a file of recorded answers beside the data
   * @param unguessed what could not be guessed, a sentence each
   */
  static String of(
      String folder,
      String rawSchema,
      SourceChoice sources,
      Optional<String> recording,
      List<String> unguessed) {
    ProposalText proposal = new ProposalText();
    proposal.line("# Proposed by tributary init from the files below data/: check each comment.");
    proposal.line("project: " + projectName(folder), "guessed from the folder's name");
    proposal.line("timezone: UTC", "could not be guessed: in which zone days begin");
    proposal.line("raw_schema: " + rawSchema);
    proposal.line("schema: tributary");
    proposal.window(sources);
    proposal.sources(rawSchema, sources);
    proposal.events(sources);
    if (sources.feedsAttribution()) {
      proposal.attribution(recording);
    }
    if (!unguessed.isEmpty()) {
      proposal.line("# What init could not do:");
      unguessed.forEach(sentence -> proposal.line("# - " + sentence));
    }
    return proposal.text.toString();
  }

  private void window(SourceChoice sources) {
    boolean hasEvents = sources.has(SourceKind::isCommerce);
    List<ColumnProfile> times =
        sources.chosen().stream()
            .filter(source -> source.kind().isCommerce() || source.kind() == SourceKind.CONVERSIONS)
            .flatMap(source -> source.times().stream().limit(1))
            .toList();
    Optional<String> first =
        times.stream().flatMap(time -> time.firstDay().stream()).min(String::compareTo);
    Optional<String> last =
        times.stream().flatMap(time -> time.lastDay().stream()).max(String::compareTo);
    if (first.isPresent() && last.isPresent()) {
      String what = hasEvents ? "event" : "conversion";
      line("window:");
      line("  start_date: " + first.get(), "the day of the first " + what);
      line("  end_date: " + last.get(), "the day of the last; write now to go with the data");
    }
  }

  /** What is made of events. */
  private void events(SourceChoice sources) {
    if (!sources.has(SourceKind::isCommerce)) {
      return;
    }
    if (sources.has(SourceKind::isWeb)) {
      line("sessions:", "web sessions and daily metrics, of tracks and pages");
      line("  gap_seconds: 1800", "the longest pause within a session");
    }
    Optional<ProductMembers> products =
        sources
            .of(SourceKind.ORDER_COMPLETED)
            .flatMap(orders -> orders.column("products"))
            .map(column -> new ProductMembers(column.values()));
    line("features:", "a row for each profile, see ./tributary features");
    line("  lookback_days: [7, 30, 90, 365]", "in so many past days");
    products
        .flatMap(ProductMembers::product)
        .ifPresent(
            name -> line("  product_ref: " + scalar(name), "guessed by the orders' products"));
    products
        .flatMap(ProductMembers::category)
        .ifPresent(
            name -> line("  category_ref: " + scalar(name), "guessed by the orders' products"));
    identity(sources);
    if (!sources.feedsAttribution()) {
      line("# There is no channel report: it needs orders or conversions, and pages or sessions.");
    }
  }

  /** Whether visits before a login are somebody's is for the user to say. */
  private void identity(SourceChoice sources) {
    List<String> names =
        sources.chosen().stream()
            .filter(source -> source.kind().isCommerce())
            .filter(source -> hasValues(source, "user_id") && hasValues(source, "anonymous_id"))
            .map(source -> source.kind().label())
            .toList();
    if (names.isEmpty()) {
      return;
    }
    line("# Take the # away to give people what they did before they were known:");
    line("# identity:");
    line("#   identifiers:");
    int priority = 1;
    for (String identifier : List.of("user_id", "anonymous_id")) {
      String from =
          names.stream().map(name -> name + ": " + identifier).collect(Collectors.joining(", "));
      String limit = priority == 1 ? ", limit: 1" : "";
      line(
          "#     - {name: %s, priority: %d%s, from: {%s}}"
              .formatted(identifier, priority++, limit, from));
    }
  }

  private static boolean hasValues(SourceGuess source, String logical) {
    return source.column(logical).filter(column -> !column.isEmpty()).isPresent();
  }

  private void sources(String rawSchema, SourceChoice sources) {
    line("sources:" + (sources.chosen().isEmpty() ? " {}" : ""));
    for (SourceGuess source : sources.chosen()) {
      source(rawSchema, source);
    }
    for (SourceGuess source : sources.incomplete()) {
      String missing = String.join(", ", source.missing());
      line(
          "  # %s: could not guess %s; name it and take the # away"
              .formatted(source.table().name(), missing));
      line("  # %s:".formatted(source.kind().label()));
      line("  #   kind: " + source.kind().label());
      line("  #   table: " + source.table().name());
      line("  #   columns:");
      source
          .mapped()
          .forEach(column -> line("  #     " + mapping(column), column.reason().comment()));
      source.missing().forEach(logical -> line("  #     " + logical + ": …"));
    }
  }

  private void source(String rawSchema, SourceGuess source) {
    line("  " + source.kind().label() + ":");
    boolean byName = source.kind().isCommerce() && source.isNamedLikeIt();
    line("    kind: " + source.kind().label(), "guessed by its " + (byName ? "name" : "columns"));
    if (!source.table().name().equals(rawSchema + "." + source.kind().label())) {
      line("    table: " + source.table().name());
    }
    if (!source.mapped().isEmpty()) {
      line("    columns:");
      source
          .mapped()
          .forEach(column -> line("      " + mapping(column), column.reason().comment()));
    }
  }

  private void attribution(Optional<String> recording) {
    String models =
        Arrays.stream(Model.values()).map(Model::label).collect(Collectors.joining(", "));
    line("attribution:");
    line("  models: [" + models + "]");
    recording.ifPresent(
        file -> {
          line("  ihc:");
          line("    recording: " + scalar(file), "guessed: recorded answers, found beside data/");
        });
  }

  private static String mapping(ColumnGuess guess) {
    return guess.logical() + ": " + scalar(guess.column().name());
  }

  /** A text as YAML takes it for a text. */
  private static String scalar(String text) {
    boolean plain = text.matches("[A-Za-z_][A-Za-z0-9_.-]*");
    return plain && !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String projectName(String folder) {
    String name = folder.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+|-+$", "");
    return name.isEmpty() ? "project" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }

  private void line(String content, String comment) {
    if (comment.isEmpty()) {
      line(content);
    } else {
      String space = " ".repeat(Math.max(1, COMMENT_COLUMN - content.length()));
      line(content + space + "# " + comment);
    }
  }
}
