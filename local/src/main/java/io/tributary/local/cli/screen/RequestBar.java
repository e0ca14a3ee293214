package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress bar of the requests to the attribution service; it leaves no trace when closed. */
final class RequestBar implements AutoCloseable {
  private static final int WIDEST = 100;
  private static final int MILLISECONDS_BETWEEN_DRAWINGS = 200;

  private final PrintStream out;
  private final int width;
  private final ProgressBar bar;
  private boolean closed;

  RequestBar(Terminal terminal, long total) {
    this.out = terminal.out();
    this.width = Math.min(terminal.columns().orElse(WIDEST), WIDEST) - 1;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("  requests")
            .setInitialMax(total)
            .setStyle(
                terminal.isUnicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_DRAWINGS)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
            .build();
  }

  void show(RequestTally tally) {
    bar.maxHint(tally.total()).stepTo(tally.done());
    if (tally.failed() > 0) {
      bar.setExtraMessage(" " + Figures.count(tally.failed()) + " failed");
    }
  }

  /** Draws at once instead of when the bar's own thread comes to it. */
  void refresh() {
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
    synchronized (this) {
      closed = true;
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
    }
  }

  /** Called by the bar's own thread, also once after it was closed. */
  synchronized void draw(String line) {
    if (!closed) {
      out.print("\r" + line);
      out.flush();
    }
  }
}
