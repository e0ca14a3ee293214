package io.tributary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the capabilities. */
@AnalyzeClasses(packages = "io.tributary", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesHaveNoCycle =
      slices().matching("io.tributary.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheWarehouseKnowsTheDataApi =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tributary.warehouse..", "io.tributary")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.redshiftdata..");

  @ArchTest
  static final ArchRule aCapabilityNamesNoClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.tributary",
              "io.tributary.warehouse..",
              "io.tributary.objects..",
              "io.tributary.messages..",
              "io.tributary.executions..",
              "io.tributary.secrets..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule coreIsPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tributary.local..",
              "io.quarkus.arc..",
              "io.quarkus.runtime..",
              "jakarta..",
              "org.duckdb..");

  @ArchTest
  static final ArchRule onlyTheWarehouseRendersSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tributary.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.quarkus.qute..");
}
