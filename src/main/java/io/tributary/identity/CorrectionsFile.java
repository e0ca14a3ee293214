package io.tributary.identity;

import io.tributary.config.Correction;
import io.tributary.config.CorrectionsReader;
import io.tributary.config.Identity;
import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.identity.CorrectionEntry.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The operator's file of corrections, read and checked.
 *
 * @param entries as the file lists them; not all of them where there are problems
 * @param problems everything wrong with the file, by line
 */
public record CorrectionsFile(List<CorrectionEntry> entries, List<Problem> problems) {
  /** Where it lies in a project folder, and beside the project file in a project's bucket. */
  public static final String NAME = "identity/corrections.yaml";

  public CorrectionsFile {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** Reads the file's bytes for a project with this identity. */
  public static CorrectionsFile read(Identity identity, byte[] bytes) {
    CorrectionsReader.Read read = CorrectionsReader.read(identity, NAME, bytes);
    List<CorrectionEntry> entries =
        read.corrections().stream().map(CorrectionsFile::entry).toList();
    List<Problem> problems = new ArrayList<>(read.problems());
    for (Contradiction found : Contradiction.among(entries)) {
      problems.add(new Problem(NAME, found.different().line(), found.message()));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return new CorrectionsFile(entries, problems);
  }

  /** What is wrong with the file's bytes in this project. */
  public static List<Problem> problems(Project project, byte[] bytes) {
    return project
        .identity()
        .map(identity -> read(identity, bytes).problems())
        .orElseGet(
            () ->
                List.of(
                    new Problem(
                        NAME,
                        0,
                        "The project has no `identity` to correct; add it to the project file, or"
                            + " remove this file.")));
  }

  private static CorrectionEntry entry(Correction correction) {
    Verdict verdict =
        switch (correction.verdict()) {
          case SAME -> Verdict.SAME;
          case DIFFERENT -> Verdict.DIFFERENT;
        };
    return new CorrectionEntry(
        verdict, identifier(correction.one()), identifier(correction.other()), correction.line());
  }

  private static Identifier identifier(Correction.Name name) {
    return new Identifier(name.type(), name.value());
  }
}
