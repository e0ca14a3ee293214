package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tributary.config.IdentifierOrigin;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.config.Problem;
import io.tributary.config.WrittenValue;
import io.tributary.identity.CorrectionEntry.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsFileTest {
  private static final Identity IDENTITY =
      new Identity(List.of(rule("user_id", 1), rule("email", 2)), OptionalInt.empty());

  @Test
  void readsPairsWithTheirLines() {
    CorrectionsFile file =
        read(
            """
            # typed wrong at the desk
            same:
              - [user_id:ada, user_id:adda]
            different:
              - - "email:a: b"
                - 'user_id:ada  '
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.entries())
        .containsExactly(
            new CorrectionEntry(Verdict.SAME, user("ada"), user("adda"), 3),
            new CorrectionEntry(
                Verdict.DIFFERENT, new Identifier("email", "a: b"), user("ada"), 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "same:\n", "same: []\ndifferent:\n"})
  void takesAFileThatCorrectsNothing(String text) {
    assertThat(read(text)).isEqualTo(new CorrectionsFile(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          same: [[userid:a, user_id:b]]      | The project has no identifier called `userid`; did you mean `user_id`?
          same: [[phone:a, user_id:b]]       | The project has no identifier called `phone`; there are `user_id`, `email`.
          sme: [[user_id:a, user_id:b]]      | `sme` is not a key here; did you mean `same`?
          people: []                         | `people` is not a key here; the keys are `same` and `different`.
          same: user_id:a                    | `same` has to be a list of pairs; remove it, or write two identifiers, such as `[user_id:ada, email:ada@example.com]`.
          same: [[user_id:a]]                | A correction is about exactly two identifiers; write two identifiers, such as `[user_id:ada, email:ada@example.com]`.
          same: [user_id:a, user_id:b]       | A correction is about exactly two identifiers; write two identifiers, such as `[user_id:ada, email:ada@example.com]`.
          same: [[user_id: a, user_id:b]]    | An identifier has no space after its colon; write `type:value`.
          same: [[ada, user_id:b]]           | An identifier is written `type:value`, such as `user_id:ada`.
          same: [[12, user_id:b]]            | An identifier is written `type:value`, such as `user_id:ada`.
          same: [['user_id: ', user_id:b]]   | A blank value never identifies; write the value after `user_id:`.
          same: [["user_id:\\0", user_id:b]] | A correction cannot name a value with a NUL or of more than 65535 bytes; mend it.
          same: [[user_id:a, 'user_id:a ']]  | It names one identifier twice; name two, or take it out.
          different: [[user_id:a, user_id:a]]| Line 1 calls an identifier another person than itself; take it out.
          same: [[user_id:a, user_id:b]      | A bracket is never closed, or a comma is missing; add it.
          - same                             | The file has to be a mapping of keys to values, such as `same: [...]`.
          """)
  void saysWhatIsWrongAndTheMend(String text, String sentence) {
    assertThat(read(text).problems())
        .containsExactly(new Problem("identity/corrections.yaml", 1, sentence));
  }

  @Test
  void namesEveryProblemAndEveryContradictionByLine() {
    CorrectionsFile file =
        read(
            """
            different:
              - [user_id:ada, user_id:ben]
              - [usr_id:ada, user_id:ben]
            same:
              - [user_id:ada, email:x]
              - [email:x, user_id:ben]
            """);

    assertThat(file.problems()).extracting(Problem::line).containsExactly(2, 3);
    assertThat(file.problems().get(0).message())
        .isEqualTo(
            "Line 2 calls two identifiers different persons that line 5, line 6 make the same;"
                + " take one out.");
  }

  /** The schema for editors and the reader agree on the form; types only the project knows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          same: [[user_id:a, user_id:b]]   | true
          same:                            | true
          {different: [['email:a b', x:y]]}| true
          sme: []                          | false
          same: user_id:a                  | false
          same: [[user_id:a]]              | false
          same: [[user_id: a, user_id:b]]  | false
          same: [[ada, user_id:b]]         | false
          same: [[12, user_id:b]]          | false
          same: [['user_id: ', user_id:b]] | false
          """)
  void publishesASchemaForEditors(String text, boolean valid) throws IOException {
    JsonNode values = new YAMLMapper().readTree(text);
    assertThat(schema().validate(values).isEmpty()).isEqualTo(valid);
    if (!text.contains("x:y")) {
      assertThat(read(text).problems().isEmpty()).isEqualTo(valid);
    }
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        CorrectionsFileTest.class.getResourceAsStream(
            "/io/tributary/config/corrections.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    }
  }

  private static CorrectionsFile read(String text) {
    return CorrectionsFile.read(IDENTITY, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Identifier user(String value) {
    return new Identifier("user_id", value);
  }

  private static IdentifierRule rule(String name, int priority) {
    var origin = new IdentifierOrigin("crm", List.of(), List.of(), WrittenValue.expression(name));
    return new IdentifierRule(name, priority, OptionalInt.empty(), List.of(), List.of(origin));
  }
}
