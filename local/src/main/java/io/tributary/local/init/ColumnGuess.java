package io.tributary.local.init;

/**
 * Which column of a table is a logical one.
 *
 * @param reason why it was taken
 */
record ColumnGuess(String logical, ColumnProfile column, Reason reason) {

  /** Why a column was taken for a logical one. */
  enum Reason {
    /** It has the name that is searched anyway: nothing has to be written. */
    KNOWN_NAME(""),
    NAME("guessed by its name"),
    VALUES("guessed by its values");

    private final String comment;

    Reason(String comment) {
      this.comment = comment;
    }

    String comment() {
      return comment;
    }
  }
}
