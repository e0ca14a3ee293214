package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.command.RunOptions;
import io.tributary.local.cli.engine.RunEngine;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.run.RunPlan.Paying;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of a service that takes no call. */
class UnusableServiceTest {
  @TempDir Path folder;

  @Test
  void endsWithTwoAndTheMendWhenTheKeyIsRefused() {
    var settings = ServiceSettings.defaults().withKey("another-key");
    try (var service = LocalAttributionService.start(settings)) {
      Throwable failure = run(service.endpoint().base());

      assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(failure)
          .hasMessageStartingWith("The attribution service does not take the key (it answered 403)")
          .hasMessageContaining("TRIBUTARY_SECRET_TRIBUTARY_IHC");
    }
  }

  @Test
  void endsWithOneAndTheAddressWhenNobodyAnswers() {
    URI nobody;
    try (var closed = LocalAttributionService.start(ServiceSettings.defaults())) {
      nobody = closed.endpoint().base();
    }

    Throwable failure = run(nobody);

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.FAILED);
    assertThat(failure)
        .hasMessageStartingWith("None of 3 requests to the attribution service succeeded (")
        .hasMessageContaining("The service at " + nobody + " cannot be reached")
        .hasMessageContaining("check attribution.ihc.endpoint");
  }

  private Throwable run(URI endpoint) {
    var shop =
        new TestShop(folder)
            .orders(0, 6)
            .project(
                "attribution: {ihc: {max_journeys_per_request: 2, conv_type_id: test, endpoint: \"%s\"}}"
                    .formatted(endpoint));
    var options =
        new RunOptions(
            shop.files().folder(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Paying.NEW_JOURNEYS);
    var engine = new RunEngine(TestCloud.settings());
    try (var screen = new RunScreen(new ScreenCapture().pipe())) {
      return catchThrowable(() -> engine.accept(options, screen));
    }
  }
}
