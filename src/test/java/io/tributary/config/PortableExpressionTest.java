package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortableExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^direct",
        "^(direct|none|typed in)$",
        "direct[ _-]*(traffic)?",
        "[0-9]{1,3}[.]direct",
        "a{255}",
        "[*+?|]",
        "[^a-z]",
        "direct|[(]none[)]",
        "é"
      })
  void acceptsWhatEveryEngineReadsAlike(String expression) {
    assertThat(PortableExpression.fault(expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "(?=a)      ; has `(?`",
        "(?i)direct ; has `(?`",
        "a\\b       ; has a backslash",
        "Direct     ; has a capital",
        "(direct    ; is no regular expression",
        "*          ; is no regular expression",
        "a{2,1}     ; is no regular expression",
        "[[:alpha:]]; has a class inside a class",
        "[a-z&&b]   ; has a class inside a class",
        "a*?        ; repeats a repetition",
        "a++        ; repeats a repetition",
        "a{2}{3}    ; repeats a repetition",
        "^*         ; repeats nothing",
        "a|         ; has an empty choice",
        "|a         ; has an empty choice",
        "a||b       ; has an empty choice",
        "()         ; has an empty choice",
        "(a|)       ; has an empty choice",
        "a{256}     ; repeats more than 255 times",
        "a{1,1000}  ; repeats more than 255 times"
      })
  void refusesWhatEnginesReadDifferently(String expression, String fault) {
    assertThat(PortableExpression.fault(expression))
        .hasValueSatisfying(said -> assertThat(said).startsWith(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(direct", "a\\b"})
  void namesTheMend(String expression) {
    assertThat(PortableExpression.fault(expression))
        .hasValueSatisfying(said -> assertThat(said).matches(".*; .*[.]"));
  }
}
