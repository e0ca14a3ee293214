package io.tributary.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Map;

/** A JSONata expression, parsed once and evaluated by many threads. */
public final class Expression {
  private static final long LONGEST_MILLISECONDS = 10_000;
  private static final int DEEPEST_CALL = 500;

  private final String text;
  private final Jsonata parsed;

  private Expression(String text, Jsonata parsed) {
    this.text = text;
    this.parsed = parsed;
  }

  /** Parses the text between <code>{%</code> and <code>%}</code>. */
  public static Expression parse(String text) throws InvalidExpression {
    try {
      Jsonata parsed = Jsonata.jsonata(text);
      parsed.setOutputConvertNulls(false);
      ServiceFunctions.registerOn(parsed);
      return new Expression(text, parsed);
    } catch (JException e) {
      throw new InvalidExpression(e.getMessage());
    }
  }

  /**
   * Evaluates with the variables bound by name, {@code states} among them.
   *
   * @throws QueryFailure if it fails or its result is undefined
   */
  public Object evaluate(Map<String, Object> variables) {
    Object result = rawResult(variables);
    if (result == null) {
      throw new QueryFailure("The JSONata expression '" + text + "' returned nothing (undefined).");
    }
    return Values.ofResult(result);
  }

  private Object rawResult(Map<String, Object> variables) {
    // A frame of its own: the parsed expression is shared, its environment must not change.
    Jsonata.Frame frame = parsed.createFrame();
    variables.forEach(
        (name, value) -> frame.bind(name, value == null ? Jsonata.NULL_VALUE : value));
    frame.setRuntimeBounds(LONGEST_MILLISECONDS, DEEPEST_CALL);
    try {
      return parsed.evaluate(null, frame);
    } catch (QueryFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The library tells some mistakes of type by ClassCastException and the like.
      throw new QueryFailure("The JSONata expression '" + text + "' threw an error: " + e);
    }
  }
}
