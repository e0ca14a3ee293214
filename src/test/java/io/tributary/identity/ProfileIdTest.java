package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileIdTest {
  /** By {@code printf TYPE:VALUE | sha256sum | cut -c1-24}. */
  @ParameterizedTest
  @CsvSource({
    "user_id, ada, p_cd9f345e5d30d9ae372890c7",
    "email, a:b@example.com, p_39549ee5ebae5be593129819",
    "email, zoë😀@example.com, p_2df18dcac89478be8dfe4e72"
  })
  void isTheBeginningOfAHashOfTypeAndValue(String type, String value, String expected) {
    assertThat(ProfileId.of(new Identifier(type, value))).isEqualTo(expected);
  }
}
