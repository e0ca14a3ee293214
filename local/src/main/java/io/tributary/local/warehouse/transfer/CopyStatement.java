package io.tributary.local.warehouse.transfer;

import io.tributary.warehouse.SqlTokens;
import java.util.List;

/**
 * What a COPY says.
 *
 * @param table the table as it is written
 * @param columns the listed columns as they are written; empty for all
 * @param ignoredLines lines at the head of each file
 */
record CopyStatement(
    String table,
    List<String> columns,
    String source,
    Source kind,
    Format format,
    Compression compression,
    String delimiter,
    int ignoredLines) {
  CopyStatement {
    columns = List.copyOf(columns);
  }

  /** What the address in FROM names. */
  enum Source {
    PREFIX,
    MANIFEST
  }

  static CopyStatement parse(String sql) throws TransferException {
    SqlTokens tokens = new SqlTokens(sql);
    int name = tokens.next(tokens.first());
    int end = tokens.endOfName(name);
    Options options = new Options("COPY", tokens, tokens.next(end));
    Draft draft = new Draft();
    draft.table = tokens.text(name, end + 1);
    if (tokens.isOperator(tokens.next(end), "(")) {
      draft.columns = options.names();
    }
    while (options.hasNext()) {
      draft.read(options);
    }
    return draft.finished();
  }

  /** A statement that is being read. */
  private static final class Draft {
    private String table;
    private List<String> columns = List.of();
    private String source;
    private Source kind = Source.PREFIX;
    private Format format = Format.TEXT;
    private Compression compression = Compression.NONE;
    private String delimiter;
    private int ignoredLines;
    private boolean hasRole;

    private void read(Options options) throws TransferException {
      String option = options.word();
      switch (option) {
        case "from" -> source = options.literal();
        case "iam_role" -> {
          options.role();
          hasRole = true;
        }
        case "format" -> options.takes("as");
        case "manifest" -> kind = Source.MANIFEST;
        case "csv" -> format = Format.CSV;
        case "parquet" -> format = Format.PARQUET;
        case "json" -> json(options);
        case "gzip" -> compression = Compression.GZIP;
        case "zstd" -> compression = Compression.ZSTD;
        case "delimiter" -> delimiter = options.literal();
        case "ignoreheader" -> ignoredLines = (int) options.number();
        case "timeformat", "dateformat" -> automatic(option, options);
        case "region" -> options.literal();
        case "compupdate", "statupdate" -> options.word();
        default -> throw options.unknown(option);
      }
    }

    private void json(Options options) throws TransferException {
      format = Format.JSON;
      String paths = options.takes("as") || options.isLiteral() ? options.literal() : "auto";
      if (!paths.equals("auto")) {
        throw options.unknown("json '" + paths + "'");
      }
    }

    private void automatic(String option, Options options) throws TransferException {
      String format = options.literal();
      if (!format.equals("auto")) {
        throw options.unknown(option + " '" + format + "'");
      }
    }

    private CopyStatement finished() throws TransferException {
      if (source == null || !hasRole) {
        throw new TransferException("COPY needs FROM and IAM_ROLE");
      }
      String between = delimiter != null ? delimiter : format == Format.CSV ? "," : "|";
      return new CopyStatement(
          table, columns, source, kind, format, compression, between, ignoredLines);
    }
  }
}
