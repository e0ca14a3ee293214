package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberPartsTest {
  private final List<String> written = new ArrayList<>();

  @Test
  void writesNumbersAndWordsAsCsv() {
    NumberParts parts = parts(1000);

    parts.number(0).number(907).number(Integer.MAX_VALUE).endRow();
    parts.word("max_profile_size").number(10).endRow();
    parts.finish();

    assertThat(written).containsExactly("1: 0,907,2147483647\nmax_profile_size,10\n");
    assertThat(parts.rows()).isEqualTo(2);
  }

  @Test
  void endsAPartWithTheRowThatFillsIt() {
    NumberParts parts = parts(6);

    for (int row = 10; row < 15; row++) {
      parts.number(row).endRow();
    }
    parts.finish();

    assertThat(written).containsExactly("1: 10\n11\n", "2: 12\n13\n", "3: 14\n");
  }

  @Test
  void writesNoPartWithoutRows() {
    parts(6).finish();

    assertThat(written).isEmpty();
  }

  @Test
  void writesARowLongerThanAPart() {
    NumberParts parts = parts(4);

    parts.word("a_very_long_word_for_a_part").number(123456789).endRow();
    parts.finish();

    assertThat(written).containsExactly("1: a_very_long_word_for_a_part,123456789\n");
  }

  private NumberParts parts(int bytes) {
    return new NumberParts(
        bytes,
        (part, number) -> written.add(number + ": " + new String(part, StandardCharsets.US_ASCII)));
  }
}
