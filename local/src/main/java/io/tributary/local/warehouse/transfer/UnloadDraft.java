package io.tributary.local.warehouse.transfer;

import io.tributary.local.warehouse.transfer.UnloadStatement.Choice;
import io.tributary.local.warehouse.transfer.UnloadStatement.Existing;
import io.tributary.warehouse.SqlTokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An UNLOAD that is being read. */
final class UnloadDraft {
  private static final long MEGABYTE = 1024 * 1024;
  private static final double MOST_MEGABYTES = 6.2 * 1024;

  private final String query;
  private final Set<Choice> choices = EnumSet.noneOf(Choice.class);
  private String target;
  private Format format = Format.TEXT;
  private Compression compression = Compression.NONE;
  private String delimiter;
  private List<String> partitions = List.of();
  private Existing existing = Existing.REFUSE;
  private double mostMegabytes = MOST_MEGABYTES;
  private boolean hasRole;

  UnloadDraft(String query) {
    this.query = query;
  }

  void read(Options options) throws TransferException {
    String option = options.word();
    switch (option) {
      case "to" -> target = options.literal();
      case "iam_role" -> {
        options.role();
        hasRole = true;
      }
      case "format" -> options.takes("as");
      case "csv" -> format = Format.CSV;
      case "json" -> format = Format.JSON;
      case "parquet" -> format = Format.PARQUET;
      case "gzip" -> compression = Compression.GZIP;
      case "zstd" -> compression = Compression.ZSTD;
      case "delimiter" -> delimiter = options.literal();
      case "partition" -> partition(options);
      case "header" -> choices.add(Choice.HEADER);
      case "manifest" -> {
        options.takes("verbose");
        choices.add(Choice.MANIFEST);
      }
      case "parallel" -> parallel(options);
      case "maxfilesize" -> size(options);
      case "allowoverwrite" -> replace(Existing.OVERWRITE);
      case "cleanpath" -> replace(Existing.CLEAN);
      case "region" -> options.literal();
      default -> throw options.unknown(option);
    }
  }

  private void partition(Options options) throws TransferException {
    options.takes("by");
    partitions = options.names();
    if (options.takes("include")) {
      choices.add(Choice.INCLUDE);
    }
  }

  private void parallel(Options options) {
    String choice = options.takesOne(Set.of("on", "off", "true", "false"));
    if (choice.equals("off") || choice.equals("false")) {
      choices.add(Choice.SERIAL);
    }
  }

  private void size(Options options) throws TransferException {
    mostMegabytes =
        options.number() * (options.takesOne(Set.of("mb", "gb")).equals("gb") ? 1024 : 1);
    if (mostMegabytes < 5 || mostMegabytes > MOST_MEGABYTES) {
      throw new TransferException("MAXFILESIZE is between 5 MB and 6.2 GB");
    }
  }

  private void replace(Existing choice) throws TransferException {
    if (existing != Existing.REFUSE) {
      throw new TransferException("CLEANPATH and ALLOWOVERWRITE cannot be used together");
    }
    existing = choice;
  }

  UnloadStatement finished() throws TransferException {
    if (target == null || !hasRole) {
      throw new TransferException("UNLOAD needs TO and IAM_ROLE");
    }
    boolean isPlain = compression == Compression.NONE && !choices.contains(Choice.HEADER);
    if (format == Format.PARQUET && !isPlain) {
      throw new TransferException("PARQUET takes neither GZIP nor ZSTD nor HEADER");
    }
    requireNoLimit();
    String between = delimiter != null ? delimiter : format == Format.CSV ? "," : "|";
    return new UnloadStatement(
        query,
        target,
        format,
        compression,
        between,
        partitions,
        choices,
        existing,
        (long) (mostMegabytes * MEGABYTE));
  }

  private void requireNoLimit() throws TransferException {
    SqlTokens tokens = new SqlTokens(query);
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      if (tokens.isOperator(at, "(")) {
        at = tokens.closing(at);
      } else if (tokens.isWord(at, "limit")) {
        throw new TransferException("Limit clause is not supported in the outer select of UNLOAD");
      }
    }
  }
}
