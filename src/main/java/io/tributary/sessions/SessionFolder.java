package io.tributary.sessions;

import io.tributary.run.RunFolder;

/** Where a run keeps what sessions read and write. */
record SessionFolder(long run) {
  /** The public list of referrers. */
  String referrers() {
    return prefix() + "referrers.csv";
  }

  /** User agents that are not parsed yet. */
  String newAgents() {
    return prefix() + "new-agents/";
  }

  /** What the parser made of them; absent where there were none. */
  String parsedAgents() {
    return prefix() + "parsed-agents.ndjson";
  }

  private String prefix() {
    return new RunFolder(run).prefix() + "sessions/";
  }
}
