package io.tributary.local.warehouse.transfer;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlToken.Kind;
import io.tributary.warehouse.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The options of COPY and UNLOAD, read one after the other. */
final class Options {
  private static final Pattern ROLE =
      Pattern.compile("default|arn:aws[a-z-]*:iam::[0-9]{12}:role/.+");

  private final String command;
  private final SqlTokens tokens;
  private int at;

  /** Reads on from that position. */
  Options(String command, SqlTokens tokens, int from) {
    this.command = command;
    this.tokens = tokens;
    this.at = from;
  }

  boolean hasNext() {
    return at < tokens.size();
  }

  /** The next word in lower case. */
  String word() {
    String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
    at = tokens.next(at);
    return word;
  }

  /** Reads the word if it is next. */
  boolean takes(String word) {
    boolean isNext = tokens.isWord(at, word);
    at = isNext ? tokens.next(at) : at;
    return isNext;
  }

  /** Reads one of the words if it is next, or gives an empty text. */
  String takesOne(Set<String> words) {
    return words.contains(tokens.word(at)) ? word() : "";
  }

  /** The text of a literal, with AS before it or not. */
  String literal() throws TransferException {
    takes("as");
    SqlToken token = tokens.get(at);
    if (token.kind() != Kind.STRING) {
      throw new TransferException("syntax error at or near \"" + token.text() + "\"");
    }
    at = tokens.next(at);
    return token.unquoted();
  }

  /** Whether a literal is next. */
  boolean isLiteral() {
    return tokens.get(at).kind() == Kind.STRING;
  }

  /** A whole number, with AS before it or not. */
  double number() throws TransferException {
    takes("as");
    SqlToken token = tokens.get(at);
    if (token.kind() != Kind.NUMBER) {
      throw new TransferException("syntax error at or near \"" + token.text() + "\"");
    }
    at = tokens.next(at);
    return Double.parseDouble(token.text());
  }

  /** The names in parentheses, as they are written. */
  List<String> names() throws TransferException {
    if (!tokens.isOperator(at, "(")) {
      throw new TransferException("syntax error at or near \"" + tokens.get(at).text() + "\"");
    }
    int close = tokens.closing(at);
    List<String> names = new ArrayList<>();
    for (int name = tokens.next(at); name < close; name = tokens.next(name)) {
      if (!tokens.isOperator(name, ",")) {
        names.add(tokens.get(name).text());
      }
    }
    at = tokens.next(close);
    return names;
  }

  /** {@code iam_role default} or {@code iam_role 'arn:...'}. */
  void role() throws TransferException {
    String role = takes("default") ? "default" : literal();
    if (!ROLE.matcher(role).matches()) {
      throw new TransferException("The IAM role is neither default nor the ARN of a role");
    }
  }

  TransferException unknown(String option) {
    return new TransferException(
        command + " does not know the option " + option.toUpperCase(Locale.ROOT) + " locally");
  }
}
