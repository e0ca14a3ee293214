package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide to deployment speaks of what is there. */
class DocumentsTest {
  private static final Pattern INVOKE =
      Pattern.compile(
          "`sam local invoke ([A-Za-z]+) --event (\\S+) --env-vars environment[.]json`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private final String guide = Checkout.text("docs/deploy.md");

  @Test
  void everyFunctionIsInvokedByHandWithItsEvent() {
    List<String> documented =
        INVOKE
            .matcher(guide)
            .results()
            .map(found -> found.group(1) + " " + found.group(2))
            .toList();

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Deployment.usual().functions().keySet().stream()
                .map(step -> Steps.logicalId(step) + " events/" + step + ".json")
                .toList())
        .allSatisfy(
            line -> assertThat(Checkout.file(line.substring(line.indexOf(' ') + 1))).exists());
  }

  @Test
  void everyOutputThatIsNamedIsOne() {
    var outputs = Deployment.usual().template().path("Outputs");
    String pages = guide + Checkout.text("docs/runbook.md") + Checkout.text("docs/redshift.md");

    assertThat(Pattern.compile("OutputKey=='([A-Za-z]+)'").matcher(pages).results())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(outputs.has(found.group(1))).isTrue());
  }

  @Test
  void everyVariableOfTheCommandsIsSetBefore() {
    for (String page : List.of("docs/deploy.md", "docs/redshift.md", "docs/runbook.md")) {
      String text = Checkout.text(page);
      assertThat(Pattern.compile("\\$([A-Z_]+)\\b").matcher(text).results())
          .as(page)
          .allSatisfy(
              used ->
                  assertThat(text.substring(0, used.start()))
                      .containsPattern("\\b" + used.group(1) + "="));
    }
  }

  @Test
  void everyParameterThatIsSetIsOne() {
    var parameters = Deployment.usual().template().path("Parameters");

    assertThat(Pattern.compile("[\\s\"'`]([A-Z][a-z][A-Za-z]*)=").matcher(guide).results())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            found -> assertThat(parameters.has(found.group(1))).as(found.group(1)).isTrue());
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (String page : List.of("docs/deploy.md", "docs/redshift.md", "docs/runbook.md")) {
      LINK.matcher(Checkout.text(page))
          .results()
          .forEach(
              found ->
                  assertThat(Files.exists(Checkout.file("docs").resolve(found.group(1))))
                      .as(page + " links to " + found.group(1))
                      .isTrue());
    }
  }

  @Test
  void theDatabaseUserIsTheOneOfTheWarehouseRole() {
    String role = Deployment.usual().properties("WarehouseRole").path("RoleName").asText();

    assertThat(Checkout.text("docs/redshift.md")).contains("create user \"IAMR:" + role + "\"");
  }
}
