package io.tributary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextOrderTest {
  @Property
  void isTheOrderOfTheBytesOfUtf8(@ForAll("texts") String one, @ForAll("texts") String other) {
    int bytes =
        Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    assertThat(Integer.signum(TextOrder.BY_CODE_POINT.compare(one, other)))
        .isEqualTo(Integer.signum(bytes));
  }

  /** Of few letters, so that they often begin alike; two are beyond U+FFFF, one is just below. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "é", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00", "\uDBFF\uDFFD")
        .list()
        .ofMaxSize(4)
        .map(letters -> String.join("", letters));
  }
}
