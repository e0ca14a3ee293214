package io.tributary.expression;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value expression as it was written; {@code docs/expressions.md} is the language. Its text form
 * is canonical: expressions that differ only in blanks, case of words and needless brackets have
 * the same.
 */
public sealed interface Expression {
  /** Where it begins; of what stands between two operands, where the operator is. */
  Position at();

  <R> R accept(Visitor<R> visitor);

  /**
   * Reads an expression.
   *
   * @throws ExpressionException if it is none
   */
  static Expression parse(String text) {
    return new Parser(text).whole();
  }

  /** The expression in its canonical form. */
  default String text() {
    return Printer.text(this);
  }

  /** What to do for each kind of expression. */
  interface Visitor<R> {
    R path(Path path);

    R text(TextValue text);

    R number(NumberValue number);

    R truth(TruthValue truth);

    R logical(Logical logical);

    R not(Not not);

    R comparison(Comparison comparison);

    R like(Like like);

    R in(In in);

    R between(Between between);

    R isNull(IsNull isNull);

    R arithmetic(Arithmetic arithmetic);

    R negation(Negation negation);

    R call(Call call);

    R cast(Cast cast);
  }

  /** A step into JSON. */
  sealed interface Step {}

  /** The value of an object's key. */
  record Member(String name) implements Step {}

  /** The element of an array, counted from 0. */
  record Element(int index) implements Step {}

  /** A column, or a value in a column of JSON. */
  record Path(String column, List<Step> steps, Position at) implements Expression {
    public Path {
      steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.path(this);
    }
  }

  record TextValue(String value, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /**
   * @param value its scale is not negative
   */
  record NumberValue(BigDecimal value, Position at) implements Expression {
    public NumberValue {
      value = value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  record TruthValue(boolean value, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.truth(this);
    }
  }

  /** Two or more joined by {@code and}, or by {@code or}. */
  record Logical(boolean isAnd, List<Expression> operands, Position at) implements Expression {
    public Logical {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.logical(this);
    }
  }

  record Not(Expression operand, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /**
   * @param operator one of {@code = <> < <= > >=}
   */
  record Comparison(String operator, Expression left, Expression right, Position at)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /**
   * @param escape one character, or empty if there is none
   */
  record Like(Expression operand, boolean isNot, String pattern, String escape, Position at)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.like(this);
    }
  }

  record In(Expression operand, boolean isNot, List<Expression> values, Position at)
      implements Expression {
    public In {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  record Between(Expression operand, boolean isNot, Expression low, Expression high, Position at)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  record IsNull(Expression operand, boolean isNot, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.isNull(this);
    }
  }

  /**
   * @param operator one of {@code + - * /}
   */
  record Arithmetic(String operator, Expression left, Expression right, Position at)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  record Negation(Expression operand, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.negation(this);
    }
  }

  record Call(Function function, List<Expression> arguments, Position at) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  record Cast(Expression operand, ValueType type, Position at) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }
}
