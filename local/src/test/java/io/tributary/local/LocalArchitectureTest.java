package io.tributary.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the parts of the local cloud. */
@AnalyzeClasses(packages = "io.tributary.local", importOptions = DoNotIncludeTests.class)
class LocalArchitectureTest {
  @ArchTest
  static final ArchRule partsHaveNoCycle =
      slices().matching("io.tributary.local.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tributary.local.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tributary.local.cli..");

  @ArchTest
  static final ArchRule servicesStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tributary.local.objects..",
              "io.tributary.local.queues..",
              "io.tributary.local.secrets..",
              "io.tributary.local.warehouse..",
              "io.tributary.local.functions..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tributary.local.cloud..",
              "io.tributary.local.states..",
              "io.tributary.run..",
              "io.tributary.journeys..",
              "io.tributary.report..");
}
