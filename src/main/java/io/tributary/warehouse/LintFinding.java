package io.tributary.warehouse;

/**
 * A construct that does not mean the same on Redshift and on the local warehouse.
 *
 * @param line the line in the text, counted from 1
 * @param construct what was found
 * @param mend what to write instead
 */
public record LintFinding(int line, String construct, String mend) {
  @Override
  public String toString() {
    return "line " + line + ": " + construct + "; " + mend;
  }
}
