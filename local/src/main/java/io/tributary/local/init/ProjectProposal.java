package io.tributary.local.init;

import io.tributary.config.Problem;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.load.DataFolder;
import io.tributary.local.load.FileFault;
import io.tributary.local.load.RawFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project file for a folder of raw files whose names and columns are not ours. Tables are found
 * by file name (a name without a schema belongs to the raw schema), their kinds by their columns'
 * names and values. Files are only read; nothing is renamed and nothing is written.
 *
 * @param yaml the text of {@code tributary.yaml}, the same for the same files
 * @param unguessed what could not be guessed, a sentence each; empty where the project is complete
 */
public record ProjectProposal(String yaml, List<String> unguessed) {
  public static final String PROJECT_FILE = "tributary.yaml";

  public ProjectProposal {
    unguessed = List.copyOf(unguessed);
  }

  /**
   * Looks at the files below {@code data/}.
   *
   * @throws UserException where there is a project file already, or no raw file
   */
  public static ProjectProposal of(Path projectDirectory) {
    Path folder = projectDirectory.toAbsolutePath().normalize();
    Path data = folder.resolve("data");
    refuseExisting(folder);
    if (!Files.isDirectory(data)) {
      throw invalid(
          "There is no folder " + data + ": put the raw files there, then run init again.");
    }
    try {
      return propose(folder, data);
    } catch (IOException e) {
      throw new UserException(
          ErrorCode.SOURCE_INVALID, "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static ProjectProposal propose(Path folder, Path data) throws IOException {
    String rawSchema = DataFolder.commonSchema(data);
    DataFolder files = DataFolder.list(data, rawSchema);
    List<String> unguessed = new ArrayList<>();
    files.skipped().forEach(problem -> unguessed.add(sentence(problem)));
    files.faults().forEach(problem -> unguessed.add(sentence(problem)));
    List<TableProfile> tables = profiles(files, unguessed);
    if (tables.isEmpty()) {
      throw nothing(data, unguessed);
    }
    SourceChoice sources = SourceChoice.among(tables);
    unguessed.addAll(sources.unguessed());
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    String yaml = ProposalText.of(name, rawSchema, sources, RecordedAnswers.in(folder), unguessed);
    return new ProjectProposal(yaml, unguessed);
  }

  private static List<TableProfile> profiles(DataFolder files, List<String> unguessed)
      throws IOException {
    List<TableProfile> tables = new ArrayList<>();
    for (Map.Entry<String, List<RawFile>> table : files.tables().entrySet()) {
      try {
        tables.add(TableProfile.of(table.getKey(), table.getValue()));
      } catch (FileFault e) {
        unguessed.add(sentence(e.problem()));
      }
    }
    return tables;
  }

  /** A project without a source would only stand in the way of the next init. */
  private static UserException nothing(Path data, List<String> why) {
    List<String> lines = new ArrayList<>();
    lines.add("There is no raw file in " + data + " to read: put some there, then run init again.");
    lines.addAll(why);
    return invalid(String.join("\n  ", lines));
  }

  private static String sentence(Problem problem) {
    return problem.toString();
  }

  private static void refuseExisting(Path folder) {
    if (Files.exists(folder.resolve(PROJECT_FILE))) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          "%s has a %s already, which init never overwrites: move it away to get a new one"
              .formatted(folder, PROJECT_FILE));
    }
  }

  private static UserException invalid(String message) {
    return new UserException(ErrorCode.SOURCE_INVALID, message);
  }
}
