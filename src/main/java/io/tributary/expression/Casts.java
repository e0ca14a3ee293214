package io.tributary.expression;

import static io.tributary.expression.ValueType.BOOLEAN;
import static io.tributary.expression.ValueType.DATE;
import static io.tributary.expression.ValueType.INTEGER;
import static io.tributary.expression.ValueType.NUMBER;
import static io.tributary.expression.ValueType.TEXT;
import static io.tributary.expression.ValueType.TIMESTAMP;

import java.util.Optional;

/**
 * What {@code cast} compiles to. No value fails it: what cannot be read is null. A pattern decides
 * what can be read, because the engines' own casts differ.
 */
final class Casts {
  private static final String NUMBERS = "^[-+]?[0-9]{1,20}([.][0-9]{1,25})?([eE][-+]?[01]?[0-9])?$";
  private static final String INTEGERS = "^[-+]?[0-9]{1,18}([.][0-9]{1,25})?$";
  private static final String IN_PATTERN = "nullif(regexp_substr(btrim(%%s, ' '), '%s'), '')";
  private static final String TO_NUMBER =
      "try_cast(" + IN_PATTERN.formatted(NUMBERS) + " as float8)";
  private static final String TO_INTEGER =
      "try_cast(split_part(" + IN_PATTERN.formatted(INTEGERS) + ", '.', 1) as bigint)";
  private static final String TO_MOMENT =
      "(try_cast(" + IN_PATTERN.formatted(Moments.PATTERN) + " as timestamptz) at time zone 'UTC')";
  private static final String TO_TRUTH =
      "case lower(btrim(%s, ' ')) when 'true' then true when 't' then true when 'yes' then true"
          + " when 'y' then true when '1' then true when 'false' then false when 'f' then false"
          + " when 'no' then false when 'n' then false when '0' then false end";

  /** Null where it does not fit; greatest and least pass over null on both engines. */
  private static final String WHOLE =
      "cast(trunc(nullif(nullif(least(greatest(%s, cast('-1e18' as float8)),"
          + " cast('1e18' as float8)), cast('1e18' as float8)), cast('-1e18' as float8)))"
          + " as bigint)";

  /** More places would show how each engine rounds. */
  private static final String PRINTED =
      "case when abs(%s) < 1000000000 then rtrim(rtrim(cast(cast(%s as decimal(38, 6)) as varchar), '0'),"
          + " '.') when abs(%s) < 10000000000000 then rtrim(rtrim(cast(cast(%s as decimal(38, 2)) as"
          + " varchar), '0'), '.') when abs(%s) < 1000000000000000000 then cast(cast(trunc(%s) as bigint) as"
          + " varchar) end";

  private Casts() {}

  /**
   * @throws ExpressionException if values of the one type never are values of the other
   */
  static Typed to(ValueType wanted, Typed value, Expression source) {
    return converted(wanted, value.settled())
        .map(typed -> typed.from(source))
        .orElseThrow(
            () ->
                new ExpressionException(
                    source.at(),
                    "%s is %s, which is never %s; cast something else."
                        .formatted(value.shown(), value.type().described(), wanted.described())));
  }

  /** Empty if there is no such conversion. */
  static Optional<Typed> converted(ValueType wanted, Typed value) {
    if (value.type() == wanted) {
      return Optional.of(value);
    }
    return switch (wanted) {
      case TEXT -> text(value);
      case NUMBER -> number(value);
      case INTEGER -> integer(value);
      case BOOLEAN -> truth(value);
      case TIMESTAMP -> moment(value);
      case DATE ->
          value.type() == TIMESTAMP
              ? made(value, DATE, "cast(%s as date)")
              : moment(value)
                  .filter(moment -> value.type().isText())
                  .map(moment -> Typed.of(value.source(), DATE, "cast(%s as date)", moment));
      case JSON -> Optional.empty();
    };
  }

  private static Optional<Typed> made(Typed value, ValueType type, String template) {
    return Optional.of(Typed.of(value.source(), type, template, value));
  }

  private static Optional<Typed> text(Typed value) {
    return switch (value.type()) {
      case TEXT -> Optional.of(value);
      case JSON -> Optional.of(value.as(TEXT));
      case INTEGER -> made(value, TEXT, "cast(%s as varchar)");
      case NUMBER ->
          Optional.of(
              Typed.of(value.source(), TEXT, PRINTED, value, value, value, value, value, value));
      case BOOLEAN ->
          made(value, TEXT, "case %s when true then 'true' when false then 'false' end");
      case TIMESTAMP -> made(value, TEXT, "to_char(%s, 'YYYY-MM-DD HH24:MI:SS')");
      case DATE -> made(value, TEXT, "to_char(%s, 'YYYY-MM-DD')");
    };
  }

  private static Optional<Typed> number(Typed value) {
    return switch (value.type()) {
      case TEXT, JSON -> made(value, NUMBER, TO_NUMBER);
      case INTEGER ->
          made(value, NUMBER, "cast(%s as float8)").map(n -> n.within(value.magnitude()));
      case BOOLEAN ->
          made(value, NUMBER, "cast(case %s when true then 1 when false then 0 end as float8)");
      case NUMBER -> Optional.of(value);
      case TIMESTAMP, DATE -> Optional.empty();
    };
  }

  private static Optional<Typed> integer(Typed value) {
    return switch (value.type()) {
      case TEXT, JSON -> made(value, INTEGER, TO_INTEGER);
      case NUMBER ->
          // Each nullif says its argument twice.
          Optional.of(Typed.of(value.source(), INTEGER, WHOLE, value))
              .map(whole -> heavier(whole, 4 * value.weight()));
      case BOOLEAN ->
          made(value, INTEGER, "cast(case %s when true then 1 when false then 0 end as bigint)");
      case INTEGER -> Optional.of(value);
      case TIMESTAMP, DATE -> Optional.empty();
    };
  }

  private static Typed heavier(Typed value, int weight) {
    return new Typed(
        value.source(), value.type(), value.sql(), weight, value.magnitude(), value.mayBeEmpty());
  }

  private static Optional<Typed> truth(Typed value) {
    return switch (value.type()) {
      case TEXT, JSON -> made(value, BOOLEAN, TO_TRUTH);
      case NUMBER, INTEGER -> made(value, BOOLEAN, "(%s <> 0)");
      case BOOLEAN -> Optional.of(value);
      case TIMESTAMP, DATE -> Optional.empty();
    };
  }

  private static Optional<Typed> moment(Typed value) {
    return switch (value.type()) {
      case TEXT, JSON -> made(value, TIMESTAMP, TO_MOMENT);
      case DATE -> made(value, TIMESTAMP, "cast(%s as timestamp)");
      case TIMESTAMP -> Optional.of(value);
      case NUMBER, INTEGER, BOOLEAN -> Optional.empty();
    };
  }
}
