package io.tributary.local.cli.screen;

import io.tributary.features.FeatureSummary;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.ResultPrinter;
import io.tributary.local.cli.table.ResultRows;
import io.tributary.local.cli.table.TableFormat;
import java.util.List;
import java.util.Locale;

/** Prints features: a line each. */
public final class FeatureScreen {
  private static final List<String> COLUMNS =
      List.of("feature", "type", "null", "distribution", "definition");

  private final Terminal terminal;

  public FeatureScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  /** As a table. */
  public void print(List<FeatureSummary> features) {
    try (var rows = new ResultRows(COLUMNS, features.stream().map(FeatureScreen::cells))) {
      new ResultPrinter(terminal).print(rows, TableFormat.TABLE);
    }
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
                      share(feature),
                      plain(feature.distribution()),
                      plain(feature.definition())));
    }
  }

  private static List<Object> cells(FeatureSummary feature) {
    return List.of(
        feature.name(),
        feature.type(),
        share(feature),
        feature.distribution(),
        feature.definition());
  }

  private static String share(FeatureSummary feature) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * feature.nullShare());
  }

  /** In a cell of Markdown a bar has to be escaped. */
  private static String plain(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
