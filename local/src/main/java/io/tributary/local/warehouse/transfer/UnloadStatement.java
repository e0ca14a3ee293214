package io.tributary.local.warehouse.transfer;

import io.tributary.warehouse.SqlToken.Kind;
import io.tributary.warehouse.SqlTokens;
import java.util.List;
import java.util.Set;

/**
 * What an UNLOAD says.
 *
 * @param query the query in Redshift's dialect
 * @param target the beginning of the keys
 * @param partitions the columns that become folders
 * @param mostBytes largest object
 */
record UnloadStatement(
    String query,
    String target,
    Format format,
    Compression compression,
    String delimiter,
    List<String> partitions,
    Set<Choice> choices,
    Existing existing,
    long mostBytes) {
  UnloadStatement {
    partitions = List.copyOf(partitions);
    choices = Set.copyOf(choices);
  }

  /** What an UNLOAD can be told to do besides. */
  enum Choice {
    MANIFEST,
    HEADER,
    /** All in one object. */
    SERIAL,
    /** The partition columns stand in the objects too. */
    INCLUDE
  }

  /** What happens to objects that are there already. */
  enum Existing {
    REFUSE,
    OVERWRITE,
    CLEAN
  }

  boolean has(Choice choice) {
    return choices.contains(choice);
  }

  /** The target, which is a folder if there are partitions. */
  String prefix() {
    return partitions.isEmpty() || target.endsWith("/") ? target : target + "/";
  }

  static UnloadStatement parse(String sql) throws TransferException {
    SqlTokens tokens = new SqlTokens(sql);
    int open = tokens.next(tokens.first());
    int query = tokens.next(open);
    if (!tokens.isOperator(open, "(") || tokens.get(query).kind() != Kind.STRING) {
      throw new TransferException("UNLOAD needs a query between ('...') or ($$...$$)");
    }
    Options options = new Options("UNLOAD", tokens, tokens.next(tokens.closing(open)));
    UnloadDraft draft = new UnloadDraft(tokens.get(query).unquoted());
    while (options.hasNext()) {
      draft.read(options);
    }
    return draft.finished();
  }
}
