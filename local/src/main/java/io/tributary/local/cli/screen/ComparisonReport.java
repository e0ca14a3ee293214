package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import io.tributary.rehearsal.Comparison;
import io.tributary.rehearsal.Comparison.AttributeDifference;
import io.tributary.rehearsal.Comparison.Changes;
import io.tributary.rehearsal.Comparison.LargeProfile;
import io.tributary.rehearsal.Comparison.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How what a run calculated differs from what is live, as lines. */
public final class ComparisonReport {
  private static final int LONGEST_NAME = 40;

  private final Terminal terminal;

  public ComparisonReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A heading and the tables that have rows, each after a blank line. */
  public List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        comparison.live() == 0
            ? "Run " + comparison.run() + ", beside which nothing is live"
            : "Run %d beside the live run %d".formatted(comparison.run(), comparison.live()));
    add(lines, List.of("", "live", "run " + comparison.run()), sizes(comparison));
    add(lines, List.of("profile ids", "count"), changes(comparison.changes()));
    add(
        lines,
        List.of("largest profiles", "identifiers", "live", "from profiles"),
        comparison.largest().stream().map(this::large).toList());
    add(
        lines,
        List.of("moves from", "into", "identifiers"),
        comparison.moves().stream().map(this::move).toList());
    add(
        lines,
        List.of("attribute", "values live", "values", "profiles", "that differ"),
        comparison.attributes().stream().map(this::attribute).toList());
    return lines;
  }

  private static List<List<String>> sizes(Comparison comparison) {
    return List.of(
        List.of(
            "profiles",
            Figures.count(comparison.before().profiles()),
            Figures.count(comparison.now().profiles())),
        List.of(
            "identifiers",
            Figures.count(comparison.before().identifiers()),
            Figures.count(comparison.now().identifiers())));
  }

  private static List<List<String>> changes(Changes changes) {
    return List.of(
        List.of("merged", Figures.count(changes.merges())),
        List.of("split", Figures.count(changes.splits())),
        List.of("renamed", Figures.count(changes.renames())));
  }

  private List<String> large(LargeProfile profile) {
    return List.of(
        name(profile.namedBy(), profile.profileId()),
        Figures.count(profile.identifiers()),
        Figures.count(profile.before()),
        Figures.count(profile.profilesBefore()));
  }

  private List<String> move(Move move) {
    return List.of(
        name(move.fromNamedBy(), move.from()),
        name(move.intoNamedBy(), move.into()),
        Figures.count(move.identifiers()));
  }

  private List<String> attribute(AttributeDifference difference) {
    return List.of(
        difference.attributeId(),
        Figures.count(difference.valuesBefore()),
        Figures.count(difference.valuesNow()),
        Figures.count(difference.profiles()),
        Figures.count(difference.profilesThatDiffer()));
  }

  /** The identifier that names a profile, or its id where nothing names it. */
  private String name(String namedBy, String profileId) {
    String line = (namedBy.isEmpty() ? profileId : namedBy).replaceAll("\\p{Cntrl}", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST_NAME) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1));
    return start + (terminal.isUnicode() ? "…" : "~");
  }

  /** The columns after the first are numbers, but those that name something. */
  private void add(List<String> lines, List<String> headers, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Column> columns =
        IntStream.range(0, headers.size())
            .mapToObj(
                at ->
                    Column.fitting(
                        headers.get(at),
                        at == 0 || headers.get(at).equals("into") ? Side.LEFT : Side.RIGHT,
                        rows.stream().map(row -> row.get(at)).toList()))
            .toList();
    TableLayout layout = new TableLayout(columns, Lines.open(terminal));
    lines.add("");
    lines.addAll(layout.header());
    rows.forEach(row -> lines.add(layout.row(row)));
  }
}
