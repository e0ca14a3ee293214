package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide to deployment speaks of what is there. */
class DocumentsTest {
  private static final Pattern INVOKE =
      Pattern.compile(
          "`sam local invoke ([A-Za-z]+) --event (\\S+) --env-vars environment[.]json`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)((?:#[^)]+)?)\\)");
  private static final List<String> PAGES =
      List.of("docs/deploy.md", "docs/identity.md", "docs/redshift.md", "docs/runbook.md");

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
    String pages = PAGES.stream().map(Checkout::text).collect(Collectors.joining());

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
    for (String page : PAGES) {
      LINK.matcher(Checkout.text(page))
          .results()
          .forEach(
              found ->
                  assertThat(leadsSomewhere(page, found.group(1), found.group(2)))
                      .as(page + " links to " + found.group(1) + found.group(2))
                      .isTrue());
    }
  }

  /** A place in a page is a heading of it, in small letters with hyphens between its words. */
  private static boolean leadsSomewhere(String from, String page, String place) {
    String to = page.isEmpty() ? from : "docs/" + page;
    return Files.exists(Checkout.file(to))
        && (place.isEmpty()
            || Checkout.text(to)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "#").toLowerCase(Locale.ROOT))
                .anyMatch(
                    line -> line.replaceAll("[^#a-z0-9 -]", "").replace(' ', '-').equals(place)));
  }

  /** The functions' page says which machine calls which function. */
  @Test
  void everyFunctionIsCalledByTheMachineThatIsNamed() {
    Map<String, String> documented = new TreeMap<>();
    Pattern.compile("(?m)^\\| (`[a-z`, -]+) \\| `([a-z]+)` \\|")
        .matcher(Checkout.text("docs/functions.md"))
        .results()
        .forEach(
            row ->
                Pattern.compile("[a-z-]+")
                    .matcher(row.group(1))
                    .results()
                    .forEach(function -> documented.put(function.group(), row.group(2))));

    assertThat(documented).isEqualTo(callers());
  }

  private static Map<String, String> callers() {
    Map<String, String> callers = new TreeMap<>();
    Machine.all(Deployment.usual())
        .forEach(
            (name, machine) -> {
              var deployed = machine.deployed();
              deployed
                  .findValues("FunctionName")
                  .forEach(function -> callers.put(step(function.asText()), name));
              deployed
                  .findValues("function")
                  .forEach(function -> callers.put(step(function.asText()), "stage"));
            });
    callers.remove("");
    return callers;
  }

  /** {@code ParseAgentsFunction.Alias} is {@code parse-agents}; an expression is none. */
  private static String step(String alias) {
    return alias.endsWith("Function.Alias")
        ? alias
            .replace("Function.Alias", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
        : "";
  }

  @Test
  void theDatabaseUserIsTheOneOfTheWarehouseRole() {
    String role = Deployment.usual().properties("WarehouseRole").path("RoleName").asText();

    assertThat(Checkout.text("docs/redshift.md")).contains("create user \"IAMR:" + role + "\"");
  }
}
