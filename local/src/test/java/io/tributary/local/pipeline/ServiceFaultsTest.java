package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.CreditStage;
import io.tributary.error.PermanentException;
import io.tributary.error.UserException;
import io.tributary.local.attribution.Fault;
import io.tributary.local.attribution.Fault.Kind;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What the attribution service does wrong, seen from the whole chain. */
class ServiceFaultsTest {
  private static final String NOTHING_SUCCEEDED =
      "); nothing is published. Run again when it answers; journeys that it refuses need their rows"
          + " mended, or ihc taken out of attribution.models.";

  @TempDir static Path folder;
  private static TestShop shop;
  private static TestCloud cloud;
  private static int customers;

  private long calls;
  private long paid;
  private String firstNew;

  @BeforeAll
  static void start() {
    shop =
        new TestShop(folder)
            .orders(0, 4)
            .project("attribution: {ihc: {max_journeys_per_request: 4}}")
            .file(
                "answers.ndjson",
                // One session's share is 0.5 and sums to 0.5.
                "{'value':[{'conversion_id':'c003','session_id':'s003-0',"
                    + "'initializer':1,'holder':1,'closer':1,'ihc':0.5}]}");
    customers = 4;
    cloud =
        TestCloud.start(
            shop,
            ServiceSettings.defaults()
                .withKey("test-key")
                .withRecording(folder.resolve("answers.ndjson")));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void settle() {
    cloud.service().faults().clear();
    cloud.succeed();
    calls = cloud.service().calls();
    paid = cloud.service().paidJourneys();
    firstNew = "c%03d".formatted(customers);
  }

  @Test
  void answersEverythingInSpiteOfFaultsThatPass() {
    cloud.service().faults().next(1, Fault.throttled(Duration.ofSeconds(7)));
    for (Kind kind : List.of(Kind.SERVER_ERROR, Kind.CUT, Kind.MALFORMED, Kind.TOO_LARGE)) {
      cloud.service().faults().next(1, Fault.of(kind));
    }
    newOrders(8);

    cloud.succeed();

    assertThat(paidJourneys()).isEqualTo(8);
    assertThat(newByFallback()).isEmpty();
    assertThat(cloud.waits()).contains(Duration.ofSeconds(7));
  }

  @Test
  void asksOnceMoreForWhatAPartialAnswerLacks() {
    cloud.service().faults().next(1, Fault.of(Kind.PARTIAL));
    newOrders(4);

    cloud.succeed();

    assertThat(cloud.service().calls() - calls).isEqualTo(2);
    assertThat(paidJourneys()).isEqualTo(4);
    assertThat(newByFallback()).isEmpty();
  }

  @Test
  void creditsTheConversionByTheFallbackThatEveryPartialAnswerLacks() {
    String conversion = "c%03d".formatted(customers + 1);
    cloud.service().faults().forConversion(conversion, Fault.of(Kind.PARTIAL));
    newOrders(4);

    cloud.succeed();

    assertThat(paidJourneys()).isEqualTo(3);
    assertThat(newByFallback()).containsExactly(conversion);
  }

  @Test
  void halvesARefusedRequestDownToTheConversionAtFault() {
    String conversion = "c%03d".formatted(customers + 2);
    cloud.service().faults().forConversion(conversion, Fault.of(Kind.BAD_REQUEST));
    newOrders(4);

    cloud.succeed();

    assertThat(paidJourneys()).isEqualTo(3);
    assertThat(newByFallback()).containsExactly(conversion);
    assertThat(lastRequests()).containsExactly(List.of("partial", "3", "1", "0"));
  }

  @Test
  void givesUpACallThatTakesTooLong() {
    cloud.service().faults().next(1, Fault.slow(Duration.ofSeconds(30)));
    newOrders(1);

    cloud.succeed();

    assertThat(cloud.service().calls() - calls).isEqualTo(2);
    assertThat(newByFallback()).isEmpty();
  }

  @Test
  void leavesARequestThatFailsForGoodToTheFallbackAndTheNextRun() {
    String conversion = "c%03d".formatted(customers);
    cloud.service().faults().forConversion(conversion, Fault.of(Kind.SERVER_ERROR));
    newOrders(8);

    String execution = cloud.begin(RunRequest.everything());
    assertThat(cloud.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

    List<String> failed =
        cloud.column(
            "select count(*) from tributary.attribution_requests where status = 'failed' and run_id = "
                + cloud.lastRun());
    assertThat(failed).containsExactly("1");
    long left = 8 - paidJourneys();
    assertThat(left).isPositive();
    assertThat(newByFallback()).hasSize((int) left).contains(conversion);
    assertThat(cloud.warnings(execution))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("1 of 2 requests to the attribution service failed"));
    assertThat(
            cloud.cloud().pipeline().objects().list("runs/" + cloud.lastRun() + "/dead-letters/"))
        .hasSize(1);

    cloud.service().faults().clear();
    cloud.succeed();
    assertThat(paidJourneys()).isEqualTo(8);
    assertThat(newByFallback()).isEmpty();
  }

  @Test
  void failsAndPublishesNothingWhenNoRequestSucceeds() {
    String before = cloud.published();
    cloud.service().faults().next(1_000, Fault.of(Kind.SERVER_ERROR));
    newOrders(8);

    DescribeExecutionResponse end = cloud.run();

    assertThat(end.error()).isEqualTo(PermanentException.class.getName());
    assertThat(end.cause())
        .startsWith("None of 2 requests to the attribution service succeeded (")
        .endsWith(NOTHING_SUCCEEDED);
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(cloud.openStages()).isEmpty();
  }

  @Test
  void failsWithTheMendWhenTheOnlyNewJourneyIsRefused() {
    String before = cloud.published();
    cloud.service().faults().forConversion(firstNew, Fault.of(Kind.BAD_REQUEST));
    newOrders(1);

    DescribeExecutionResponse end = cloud.run();

    assertThat(end.error()).isEqualTo(PermanentException.class.getName());
    assertThat(end.cause())
        .startsWith(
            "The one request to the attribution service did not succeed (The service answered")
        .endsWith(NOTHING_SUCCEEDED);
    assertThat(cloud.published()).isEqualTo(before);
  }

  @Test
  void failsWhenEveryRequestEndedWithoutAWord() {
    StageContext quiet = cloud.succeed().context(Long.parseLong(cloud.lastRun()));
    List<StagePart> parts = new CreditStage().parts();
    StagePart credits = parts.get(parts.size() - 1);
    String pending = quiet.names().work() + ".int_pending_journeys";
    cloud.sql("create schema " + quiet.names().work());
    cloud.sql("create table " + pending + " as select 'unknown' as journey_hash");

    assertThatThrownBy(() -> credits.batch(quiet))
        .isInstanceOf(PermanentException.class)
        .hasMessageStartingWith("The one journey sent to the attribution service was not answered");

    cloud.sql(
        "insert into " + pending + " select min(journey_hash) from tributary_store.ihc_answers");
    assertThat(credits.batch(quiet)).isPresent();
    cloud.sql("drop schema " + quiet.names().work() + " cascade");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN"})
  void stopsAtOnceWithTheMendWhenTheKeyIsRefused(Kind kind) {
    String before = cloud.published();
    cloud.service().faults().next(1_000, Fault.of(kind));
    newOrders(80);

    DescribeExecutionResponse end = cloud.run();

    assertThat(end.error()).isEqualTo(UserException.class.getName());
    assertThat(end.cause())
        .startsWith("The attribution service does not take the key (")
        .contains("put a valid key into the secret 'tributary/ihc'");
    // 20 requests; those under way at once are as many as there are workers.
    assertThat(cloud.service().calls() - calls).isBetween(1L, 10L);
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(cloud.note("attribute")).startsWith("The attribution service does not take the key");
    assertThat(lastRequests()).isNotEmpty().allMatch(request -> request.get(0).equals("failed"));
  }

  @Test
  void keepsAnAnswerThatDoesNotSumToOneAsRefusedAndAsksNoMore() {
    assertThat(cloud.service().timesPaid()).containsEntry("c003", 1);
    assertThat(
            cloud.value(
                "select count(*) from tributary.attribution_customer_journey"
                    + " where model = 'ihc_fallback' and conversion_id = 'c003'"))
        .isEqualTo("1");
    assertThat(
            cloud.column(
                "select distinct reason from tributary_store.ihc_answers where status = 'refused' and conversion_id = 'c003'"))
        .containsExactly("The answer's ihc values sum to 0.5000, not to 1.");
  }

  private static void newOrders(int count) {
    shop.orders(customers, count);
    customers += count;
  }

  private long paidJourneys() {
    return cloud.service().paidJourneys() - paid;
  }

  /** The conversions of this test that the fallback credits. */
  private List<String> newByFallback() {
    return cloud.column(
        "select distinct conversion_id from tributary.attribution_customer_journey"
            + " where model = 'ihc_fallback' and conversion_id >= '%s' order by conversion_id"
                .formatted(firstNew));
  }

  private static List<List<String>> lastRequests() {
    return cloud.rows(
        "select status, paid_journeys, refused_journeys, failed_journeys"
            + " from tributary.attribution_requests where run_id = "
            + cloud.lastRun()
            + " order by request_id");
  }
}
