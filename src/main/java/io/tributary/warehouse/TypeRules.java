package io.tributary.warehouse;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types by names that Redshift has, and casts that keep their meaning. */
final class TypeRules {
  static final List<LintRule> RULES =
      List.of(TypeRules::postfixCast, TypeRules::cast, TypeRules::columns);

  private static final Set<String> TYPES =
      Set.of(
          "smallint",
          "int2",
          "integer",
          "int",
          "int4",
          "bigint",
          "int8",
          "decimal",
          "numeric",
          "real",
          "float4",
          "double",
          "float8",
          "float",
          "boolean",
          "bool",
          "char",
          "character",
          "nchar",
          "bpchar",
          "varchar",
          "nvarchar",
          "text",
          "date",
          "timestamp",
          "timestamptz",
          "time",
          "timetz",
          "super",
          "varbyte",
          "varbinary",
          "interval");

  private static final Set<String> CUTTING = Set.of("varchar", "char", "character", "nvarchar");

  private TypeRules() {}

  private static Optional<LintFinding> postfixCast(SqlTokens sql, int at) {
    if (!sql.isOperator(at, "::")) {
      return Optional.empty();
    }
    int operand = sql.previous(at);
    int open = sql.isOperator(operand, ")") ? sql.opening(operand) : operand;
    boolean keeps =
        sql.isWord(operand, "null") || open != operand && sql.isWord(sql.previous(open), "left");
    return typed(sql, sql.next(at), keeps);
  }

  private static Optional<LintFinding> cast(SqlTokens sql, int at) {
    int open = sql.next(at);
    boolean isCast = sql.isWord(at, "cast") || sql.isWord(at, "try_cast");
    if (!isCast || !sql.isOperator(open, "(")) {
      return Optional.empty();
    }
    int close = sql.closing(open);
    for (int inside = open + 1; inside < close; inside++) {
      if (sql.isOperator(inside, "(")) {
        inside = sql.closing(inside);
      } else if (sql.isWord(inside, "as")) {
        int operand = sql.next(open);
        boolean keeps = sql.isWord(operand, "null") || sql.isWord(operand, "left");
        return typed(sql, sql.next(inside), keeps);
      }
    }
    return Optional.empty();
  }

  private static Optional<LintFinding> typed(SqlTokens sql, int type, boolean keepsLength) {
    int length = sql.next(type);
    boolean cuts =
        CUTTING.contains(sql.word(type))
            && (sql.isOperator(length, "(") || sql.isWord(length, "varying"));
    if (cuts && !keepsLength && !sql.isPhrase(length, "( max )")) {
      return LintRule.found(sql, type, "a cast to varchar(n), which cuts", "use left(x, n)");
    }
    return known(sql, type);
  }

  private static Optional<LintFinding> known(SqlTokens sql, int type) {
    String name = sql.word(type);
    boolean isDouble = name.equals("double") && !sql.isWord(sql.next(type), "precision");
    return !TYPES.contains(name) || isDouble
        ? LintRule.found(sql, type, "the type " + sql.get(type).text(), "use one that Redshift has")
        : Optional.empty();
  }

  private static Optional<LintFinding> columns(SqlTokens sql, int at) {
    int name = sql.next(at);
    if (!sql.isWord(sql.first(), "create") || !sql.isWord(at, "table") || !isFirstTable(sql, at)) {
      return Optional.empty();
    }
    name = sql.isPhrase(name, "if not exists") ? sql.next(sql.next(sql.next(name))) : name;
    int open = sql.next(sql.endOfName(name));
    if (!sql.isOperator(open, "(")) {
      return Optional.empty();
    }
    int close = sql.closing(open);
    Optional<LintFinding> found = column(sql, open);
    for (int comma : sql.commas(open, close)) {
      found = found.isPresent() ? found : column(sql, comma);
    }
    return found;
  }

  private static boolean isFirstTable(SqlTokens sql, int at) {
    int before = sql.previous(at);
    return Set.of("create", "temp", "temporary", "local").contains(sql.word(before));
  }

  private static Optional<LintFinding> column(SqlTokens sql, int before) {
    int column = sql.next(before);
    if (Set.of("primary", "unique", "foreign", "constraint", "like").contains(sql.word(column))) {
      return Optional.empty();
    } else if (sql.isWord(column, "check")) {
      return LintRule.found(sql, column, "a check constraint", "filter when inserting");
    }
    int type = sql.next(column);
    boolean isListOfNames = sql.isOperator(type, ",") || sql.isOperator(type, ")");
    return isListOfNames || sql.get(type).kind() != Kind.WORD ? Optional.empty() : known(sql, type);
  }
}
