package io.tributary.local.warehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Catalog Error: Table with name x does not exist!\\nDid you mean y?\\n\\nLINE 1: select | Table"
            + " with name x does not exist! Did you mean y?",
        "Invalid Input Error: Bad value in line 3\\nTry setting 'ignore_errors' to true | Bad value"
            + " in line 3",
        "TransactionContext Error: Conflict on update! | 1023 DETAIL: Serializable isolation"
            + " violation on table",
        "TransactionContext Error: Catalog write-write conflict on create with t | 1023 DETAIL:"
            + " Serializable isolation violation on table",
        "INTERRUPT Error: Interrupted! | Query cancelled on user's request",
        "IO Error: Could not write file: No space left on device | The disk is full: make room and"
            + " run again",
        "IO Error: Could not write file \"/a b/shop.duckdb.wal\": No space left on device | The disk"
            + " of /a b/shop.duckdb.wal is full: make room and run again",
        "TransactionContext Error: Failed to commit: Could not write file \"/a/shop.duckdb.wal\":"
            + " File too large | The disk of /a/shop.duckdb.wal takes no larger file: lift the limit"
            + " (ulimit -f) and run again",
        "Out of Memory Error: could not allocate block of size 256.0 KiB\\nPossible solutions: |"
            + " The warehouse ran out of memory: give it more, or do less in one statement",
        "Constraint Error: CHECK constraint failed on table t with expression CHECK((strlen(b) <="
            + " 3)) | Value too long for character type",
        "A plain sentence: with a colon | A plain sentence: with a colon"
      })
  void becomesOneSentence(String message, String sentence) {
    assertThat(EngineErrors.sentence(new SQLException(message.replace("\\n", "\n"))))
        .isEqualTo(sentence);
  }
}
