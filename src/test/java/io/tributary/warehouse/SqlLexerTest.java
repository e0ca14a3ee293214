package io.tributary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SqlLexerTest {

  @Property
  void losesNothing(
      @ForAll @Chars({'a', '1', '\'', '"', '-', '/', '*', '$', ':', '\\', '\n', '('}) String sql) {
    assertThat(SqlLexer.tokens(sql).stream().map(SqlToken::text).collect(Collectors.joining()))
        .isEqualTo(sql);
  }

  @Test
  void knowsTextsNamesAndComments() {
    List<SqlToken> tokens = SqlLexer.tokens("'it''s \\' it' \"a\"\"b\" $$x'y$$ --c\n/* d */a::b");

    assertThat(tokens)
        .filteredOn(token -> token.kind() != Kind.SPACE)
        .extracting(SqlToken::text)
        .containsExactly("'it''s \\' it'", "\"a\"\"b\"", "$$x'y$$", "a", "::", "b");
    assertThat(tokens.get(tokens.size() - 1).line()).isEqualTo(2);
  }

  @Test
  void takesTheQuotesOff() {
    assertThat(SqlLexer.tokens("'it''s'").get(0).unquoted()).isEqualTo("it's");
    assertThat(SqlLexer.tokens("$$it's$$").get(0).unquoted()).isEqualTo("it's");
  }
}
