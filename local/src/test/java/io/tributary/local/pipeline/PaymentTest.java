package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money is paid once: what a run sends to the attribution service, and what it does not. */
class PaymentTest {
  private static final RunRequest ALL_ANEW = request(false, true);
  private static final RunRequest DRY = request(true, false);
  private static final String USUAL = "attribution: {ihc: {max_journeys_per_request: 5}}";

  @TempDir static Path folder;
  private static TestShop shop;
  private static TestCloud cloud;
  private static int customers;

  private long calls;
  private long paid;

  @BeforeAll
  static void start() {
    shop = new TestShop(folder).orders(0, 12).project(USUAL);
    customers = 12;
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void count() {
    calls = cloud.service().calls();
    paid = cloud.service().paidJourneys();
  }

  @Test
  void sendsNothingInASecondRunOverTheSameWindow() {
    String before = cloud.published();

    cloud.succeed();

    assertThat(sentCalls()).isZero();
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(cloud.note("attribute")).isEqualTo("0 requests, 0 calls, 0 journeys paid");
  }

  @Test
  void sendsOneJourneyForOneNewConversion() {
    shop.orders(customers++, 1);

    cloud.succeed();

    assertThat(paidJourneys()).isEqualTo(1);
    assertThat(cloud.service().timesPaid()).containsEntry("c%03d".formatted(customers - 1), 1);
    assertThat(cloud.note("credit")).startsWith(customers + " conversions = " + customers + " ihc");
  }

  @Test
  void sendsOnlyTheJourneyWhoseSessionChanged() {
    shop.table(
        "raw.session_sources/more.csv",
        "session_id,user_id,timestamp,channel_name",
        "more-%d,u001,2023-02-27 10:00:00,Affiliate".formatted(calls));
    int before = cloud.service().timesPaid().get("c001");

    cloud.succeed();

    assertThat(paidJourneys()).isEqualTo(1);
    assertThat(cloud.service().timesPaid()).containsEntry("c001", before + 1);
  }

  @Test
  void sendsEverythingWhenNothingIsToBeReused() {
    cloud.succeed(ALL_ANEW);

    assertThat(paidJourneys()).isEqualTo(customers);
  }

  @Test
  void sendsEverythingAnewTwiceAtTheSameMoment() {
    cloud.clock().stop();
    try {
      cloud.succeed(ALL_ANEW);
      assertThat(paidJourneys()).isEqualTo(customers);

      cloud.succeed(ALL_ANEW);
      assertThat(paidJourneys()).isEqualTo(2L * customers);
    } finally {
      cloud.clock().goOn();
    }
  }

  @Test
  void tellsJourneysApartWhoseFieldsReadTheSameInARow() {
    // Without a mark between them both begin with "x1y"; the rest is the same.
    shop.table(
        "raw.conversions/alike.csv",
        "conversion_id,user_id,timestamp,revenue",
        "x,u901,2023-03-20 12:00:00,1",
        "x1,u902,2023-03-20 12:00:00,1");
    shop.table(
        "raw.session_sources/alike.csv",
        "session_id,user_id,timestamp,channel_name",
        "1y,u901,2023-03-20 11:00:00,Search",
        "y,u902,2023-03-20 11:00:00,Search");
    customers += 2;

    cloud.succeed();

    assertThat(
            cloud.value(
                "select count(distinct journey_hash) from tributary_store.ihc_answers"
                    + " where conversion_id in ('x', 'x1')"))
        .isEqualTo("2");
  }

  @Test
  void asksAnewForWhatIsOlderThanTheAllowedAgeAndNotBefore() {
    cloud.succeed(ALL_ANEW);
    assertThat(paidJourneys()).isEqualTo(customers);

    cloud.clock().forward(Duration.ofDays(29));
    cloud.succeed();
    assertThat(paidJourneys()).isEqualTo(customers);

    cloud.clock().forward(Duration.ofDays(1).plusMinutes(10));
    cloud.succeed();
    assertThat(paidJourneys()).isEqualTo(2L * customers);
  }

  @Test
  void sendsAllToAnotherConversionTypeAndBackToTheFirstNone() {
    String other = "attribution: {ihc: {max_journeys_per_request: 5, conv_type_id: other%d}}";
    shop.project(other.formatted(calls));
    cloud.succeed();
    assertThat(paidJourneys()).isEqualTo(customers);

    shop.project(USUAL);
    cloud.succeed();
    assertThat(paidJourneys()).isEqualTo(customers);
  }

  @Test
  void sendsAllWhenTheParameterPassedOnIsAnother() {
    shop.project(
        "attribution: {ihc: {max_journeys_per_request: 5, redistribution_parameter: {a: %d}}}"
            .formatted(calls));
    cloud.succeed();
    shop.project(USUAL);

    assertThat(paidJourneys()).isEqualTo(customers);
  }

  @Test
  void saysWithoutSendingWhatADryRunWouldSend() {
    String before = cloud.published();
    shop.orders(customers, 1);
    customers++;

    cloud.succeed(DRY);

    assertThat(sentCalls()).isZero();
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(cloud.note("journeys")).startsWith("Dry run: 1 journey would be sent");
    cloud.succeed();
  }

  @Test
  void sendsNoJourneyThatFitsInNoRequestAndSaysSo() {
    shop.project("attribution: {ihc: {max_sessions_per_request: 2}}");

    String execution = cloud.begin(RunRequest.everything());
    cloud.end(execution);
    shop.project(USUAL);

    // Of three customers one has 3 sessions.
    assertThat(cloud.warnings(execution))
        .contains(
            "%d journeys have more than 2 sessions (attribution.ihc.max_sessions_per_request): not sent, credited by the fallback (linear)."
                .formatted(customers / 3));
    assertThat(sentCalls()).isZero();
    cloud.succeed();
  }

  private long sentCalls() {
    return cloud.service().calls() - calls;
  }

  private long paidJourneys() {
    return cloud.service().paidJourneys() - paid;
  }

  private static RunRequest request(boolean dryRun, boolean noReuse) {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), dryRun, noReuse);
  }
}
