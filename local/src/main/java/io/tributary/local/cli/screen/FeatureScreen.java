package io.tributary.local.cli.screen;

import io.tributary.features.FeatureSummary;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Prints features: a line each. */
public final class FeatureScreen {
  private static final List<String> HEADERS =
      List.of("feature", "type", "null", "distribution", "definition");
  private static final int DISTRIBUTION = 3;
  private static final int DEFINITION = 4;
  private static final int WIDEST_DISTRIBUTION = 44;
  private static final int NARROWEST_DISTRIBUTION = 12;
  private static final int NARROWEST_DEFINITION = 16;

  private final Terminal terminal;

  public FeatureScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  /** As a table that fits the screen; a file or a pipe gets everything. */
  public void print(List<FeatureSummary> features) {
    List<List<String>> rows = features.stream().map(FeatureScreen::cells).toList();
    List<List<String>> shown = terminal.isScreen() ? fitting(rows) : rows;
    TableLayout layout = layout(shown);
    layout.header().forEach(terminal.out()::println);
    shown.stream().map(layout::row).forEach(terminal.out()::println);
    if (terminal.isScreen()) {
      terminal.note(
          "Of numbers: the least | the quartiles | the greatest."
              + " In full, with what each means: --format markdown.");
    }
  }

  /** Long distributions are cut first; definitions get what is left, if that is enough to read. */
  private List<List<String>> fitting(List<List<String>> rows) {
    List<List<String>> before = rows.stream().map(row -> row.subList(0, DISTRIBUTION)).toList();
    int gap = 2;
    int room = terminal.columns().orElseThrow() - layout(before).width() - gap;
    int distribution = Math.max(NARROWEST_DISTRIBUTION, Math.min(WIDEST_DISTRIBUTION, room));
    int definition = room - distribution - gap;
    return rows.stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row.subList(0, DISTRIBUTION));
              cells.add(cut(row.get(DISTRIBUTION), distribution));
              if (definition >= NARROWEST_DEFINITION) {
                cells.add(cut(row.get(DEFINITION), definition));
              }
              return List.copyOf(cells);
            })
        .toList();
  }

  private String cut(String text, int room) {
    return Section.cut(text, room, terminal.isUnicode() ? "…" : "~");
  }

  /** Of so many columns as the rows have. */
  private TableLayout layout(List<List<String>> rows) {
    int columns = rows.isEmpty() ? HEADERS.size() : rows.get(0).size();
    return new TableLayout(
        IntStream.range(0, columns)
            .mapToObj(
                at ->
                    Column.fitting(
                        HEADERS.get(at),
                        HEADERS.get(at).equals("null") ? Side.RIGHT : Side.LEFT,
                        rows.stream().map(row -> row.get(at)).toList()))
            .toList(),
        Lines.open(terminal));
  }

  /** As a table of Markdown, with what each means. */
  public void printMarkdown(List<FeatureSummary> features) {
    terminal.out().println("| feature | type | description | null | distribution | definition |");
    terminal.out().println("|---|---|---|---|---|---|");
    for (FeatureSummary feature : features) {
      terminal
          .out()
          .println(
              "| `%s` | %s | %s | %s | %s | `%s` |"
                  .formatted(
                      feature.name(),
                      feature.type(),
                      plain(feature.description()),
                      Share.of(feature),
                      plain(feature.distribution()),
                      plain(feature.definition())));
    }
  }

  private static List<String> cells(FeatureSummary feature) {
    return List.of(
        feature.name(),
        feature.type(),
        Share.of(feature),
        feature.distribution(),
        feature.definition());
  }

  /** In a cell of Markdown a bar has to be escaped. */
  private static String plain(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
