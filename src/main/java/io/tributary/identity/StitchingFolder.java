package io.tributary.identity;

import io.tributary.run.RunFolder;

/** Where a run keeps what stitching reads and writes. */
record StitchingFolder(long run) {
  /** What the numbers stand for, as {@link Numbering}. */
  String numbering() {
    return prefix() + "numbering.json";
  }

  String identifiers() {
    return prefix() + "identifiers/";
  }

  String links() {
    return prefix() + "links/";
  }

  /** The operator's corrections, by numbers. */
  String corrections() {
    return prefix() + "corrections/";
  }

  /** The operator's corrections as they were written, a line each. */
  String writtenCorrections() {
    return prefix() + "written-corrections.ndjson";
  }

  String events() {
    return prefix() + "events/";
  }

  /** The parts of a result, such as {@code labels}. */
  String result(String name) {
    return prefix() + name + "/";
  }

  /** Which parts a result has. */
  String manifest(String name) {
    return prefix() + "manifests/" + name + ".json";
  }

  private String prefix() {
    return new RunFolder(run).stitching();
  }
}
