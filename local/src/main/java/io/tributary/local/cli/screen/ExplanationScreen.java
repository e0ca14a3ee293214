package io.tributary.local.cli.screen;

import io.tributary.identity.CorrectionEntry;
import io.tributary.identity.Explained;
import io.tributary.identity.Identifier;
import io.tributary.json.Json;
import io.tributary.local.cli.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws why two identifiers are one profile: identifiers below one another, events between. */
public final class ExplanationScreen {
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final Terminal terminal;

  public ExplanationScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints it for people. */
  public void print(Explained explained) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(explained));
    profiles(explained, lines);
    chain(explained, lines);
    if (!explained.corrections().isEmpty()) {
      lines.add("");
      lines.add("Corrections that name identifiers of theirs:");
      explained.corrections().forEach(entry -> lines.add("  " + correction(entry)));
    }
    if (explained.rules() == Explained.Rules.CHANGED_SINCE) {
      lines.add("");
      lines.add(
          "The block identity was changed since the live run, and this is explained by the rules"
              + " as they are now; run the project to stitch by them.");
    }
    lines.forEach(terminal.out()::println);
  }

  /** Prints it for programs, as one object. */
  public void printJson(Explained explained) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", explained.verdict().name().toLowerCase(Locale.ROOT));
    object.put("one", person(explained.one()));
    object.put("other", person(explained.other()));
    object.put("chain", explained.chain().stream().map(ExplanationScreen::link).toList());
    object.put("corrections", explained.corrections().stream().map(this::entry).toList());
    object.put("rules", explained.rules().name().toLowerCase(Locale.ROOT));
    terminal.out().println(new String(Json.bytes(object), StandardCharsets.UTF_8));
  }

  private String verdict(Explained explained) {
    String both = bold(explained.one()) + " and " + bold(explained.other());
    return switch (explained.verdict()) {
      case ONE_PROFILE ->
          explained.chain().isEmpty()
              ? both + " are the same identifier."
              : both + " are one profile, by " + links(explained) + ".";
      case KEPT_APART -> both + " are two profiles, which a guard rail keeps apart.";
      case TWO_PROFILES -> both + " are two profiles: no chain of events connects them.";
    };
  }

  private static String links(Explained explained) {
    int links = explained.chain().size();
    return links == 1 ? "one link" : "a chain of " + links + " links";
  }

  private void profiles(Explained explained, List<String> lines) {
    lines.add("");
    if (explained.verdict() == Explained.Verdict.ONE_PROFILE) {
      lines.add("  profile " + explained.one().profileId());
      return;
    }
    for (Explained.Person person : List.of(explained.one(), explained.other())) {
      lines.add("  profile " + person.profileId() + " has " + person.identifier());
    }
  }

  private void chain(Explained explained, List<String> lines) {
    if (explained.chain().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("  " + bold(explained.chain().get(0).from()));
    for (Explained.Link link : explained.chain()) {
      lines.add("    " + line(link) + " " + dim(how(link, explained.corrections())));
      for (Explained.LeftOut left : link.leftOut()) {
        lines.add(
            "    %s   %s was left out: %s"
                .formatted(glyph("┆", ":"), left.identifier(), left.reason()));
      }
      lines.add("  " + bold(link.to()));
    }
  }

  private String line(Explained.Link link) {
    return link.leftOut().isEmpty() ? glyph("│", "|") : glyph("╳", "x");
  }

  private String how(Explained.Link link, List<CorrectionEntry> corrections) {
    return link.event()
        .map(event -> "%s  %s  %s".formatted(event.time(), event.source(), event.id()))
        .orElseGet(() -> "the same person, by " + lines(link, corrections));
  }

  private static String lines(Explained.Link link, List<CorrectionEntry> corrections) {
    List<Identifier> both = List.of(link.from(), link.to());
    return corrections.stream()
        .filter(entry -> entry.verdict() == CorrectionEntry.Verdict.SAME)
        .filter(entry -> both.contains(entry.one()) && both.contains(entry.other()))
        .map(entry -> "line " + entry.line())
        .collect(Collectors.joining(", ", "identity/corrections.yaml, ", ""));
  }

  private static String correction(CorrectionEntry entry) {
    return "line %d: %s and %s are %s"
        .formatted(
            entry.line(),
            entry.one(),
            entry.other(),
            entry.verdict() == CorrectionEntry.Verdict.SAME
                ? "the same person"
                : "different persons");
  }

  private static Map<String, Object> link(Explained.Link link) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", link.from().toString());
    object.put("to", link.to().toString());
    object.put("event", link.event().orElse(null));
    object.put(
        "left_out",
        link.leftOut().stream()
            .map(
                left -> Map.of("identifier", left.identifier().toString(), "reason", left.reason()))
            .toList());
    return object;
  }

  private Map<String, Object> entry(CorrectionEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
    object.put("one", entry.one().toString());
    object.put("other", entry.other().toString());
    object.put("line", entry.line());
    return object;
  }

  private static Map<String, Object> person(Explained.Person person) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("identifier", person.identifier().toString());
    object.put("profile_id", person.profileId());
    return object;
  }

  private String glyph(String unicode, String ascii) {
    return terminal.isUnicode() ? unicode : ascii;
  }

  private String bold(Explained.Person person) {
    return bold(person.identifier());
  }

  private String bold(Identifier identifier) {
    return terminal.colour() == Terminal.Colour.ON ? BOLD + identifier + PLAIN : "" + identifier;
  }

  private String dim(String text) {
    return terminal.colour() == Terminal.Colour.ON ? DIM + text + PLAIN : text;
  }
}
