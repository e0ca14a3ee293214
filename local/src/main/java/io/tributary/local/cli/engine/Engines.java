package io.tributary.local.cli.engine;

import io.tributary.config.Problem;
import io.tributary.local.cli.command.GenerateOptions;
import io.tributary.local.cli.command.InitCommand.Proposal;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import io.tributary.local.init.ProjectProposal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the short commands do. */
public final class Engines {
  private Engines() {}

  /** Writes a generated shop; a line for each thing written. */
  public static List<String> generate(GenerateOptions options) {
    var settings = ShopSettings.of(options.users(), options.days(), options.seed());
    var shop = ShopGenerator.generate(options.folder(), settings);
    return List.of(
        "Wrote %s: %,d visitors, %,d sessions, %,d conversions with a revenue of %,.2f."
            .formatted(
                options.folder(),
                shop.users(),
                shop.sessions(),
                shop.conversions(),
                shop.revenue()));
  }

  /** Writes the project file that is proposed for a folder of raw files. */
  public static Proposal init(Path folder) {
    ProjectProposal proposal = ProjectProposal.of(folder);
    Path file = new ProjectFiles(folder).projectFile();
    try {
      Files.writeString(file, proposal.yaml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Proposal(file, proposal.unguessed());
  }

  /** Every problem of a project folder. */
  public static List<Problem> validate(Path folder) {
    return new CheckedProject(new ProjectFiles(folder)).problems();
  }
}
