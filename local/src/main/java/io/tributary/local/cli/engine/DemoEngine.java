package io.tributary.local.cli.engine;

import io.tributary.local.cli.command.RunOptions;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import io.tributary.run.RunPlan.Paying;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the demonstration's shop and runs it. */
public final class DemoEngine implements Consumer<RunScreen> {
  private static final ShopSettings SHOP = ShopSettings.of(2_000, 90, 1);

  private final Path folder;
  private final RunEngine runs;

  public DemoEngine(Path folder, RunEngine runs) {
    this.folder = folder;
    this.runs = runs;
  }

  @Override
  public void accept(RunScreen screen) {
    var shop = ShopGenerator.generate(folder, SHOP);
    screen.note(
        "A shop of %,d visitors in %d days is in %s: %,d sessions, %,d conversions."
            .formatted(shop.users(), SHOP.days(), folder, shop.sessions(), shop.conversions()));
    runs.accept(
        new RunOptions(
            folder,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Paying.NEW_JOURNEYS),
        screen);
  }
}
