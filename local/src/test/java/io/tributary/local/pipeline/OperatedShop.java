package io.tributary.local.pipeline;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import io.tributary.json.Json;
import io.tributary.rehearsal.Comparison;
import io.tributary.run.LiveRuns;
import io.tributary.run.Resets;
import io.tributary.run.Resets.Values;
import io.tributary.run.RunFolder;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A shop whose profiles an operator looks after, with two of them at first. */
final class OperatedShop implements AutoCloseable {
  static final RunRequest DRY_RUN =
      new RunRequest(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, false);

  private static final String[] IDENTITY = {
    "  crm: {kind: customer_events}",
    "window: {end_date: 2023-12-31}",
    "attribution: {models: [linear]}",
    "keep_runs: 3",
    "identity:",
    "  identifiers:",
    "    - {name: user_id, priority: 1, from: {crm: payload.user, conversions: user_id}}",
    "    - {name: device, priority: 2, from: {crm: payload.device, sessions: user_id}}"
  };

  private final TestShop shop;
  private final TestCloud cloud;

  OperatedShop(Path folder) {
    shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,100.00")
            .sessions("s1,phone,2023-01-02 12:00:00,Email,1,0,0")
            .project(IDENTITY);
    event(1, "2023-01-01 09:00:00", "'user':'ada','device':'phone'");
    event(2, "2023-01-01 10:00:00", "'user':'ben','device':'tablet'");
    cloud = TestCloud.start(shop);
  }

  TestCloud cloud() {
    return cloud;
  }

  void event(int number, String at, String payload) {
    shop.file(
        "data/raw.customer_events/%d.ndjson".formatted(number),
        "{'id':'e%d','type':'t','event_time':'%s','payload':{%s}}".formatted(number, at, payload));
  }

  LiveRuns runs() {
    return cloud.cloud().pipeline().liveRuns();
  }

  /** Resets the identities. */
  Resets.Outcome reset(Values values, Predicate<Map<String, Long>> agreed) {
    return cloud
        .cloud()
        .pipeline()
        .resets()
        .reset(context().plan().project(), List.of("identity"), values, agreed);
  }

  boolean isResetDue() {
    return Resets.isDue(context(), "identity");
  }

  /** Begins a run, and returns its execution when it holds the project. */
  String beginARun() {
    String execution = cloud.begin(RunRequest.everything());
    Await.until(
        () ->
            !cloud
                .column("select run from tributary_store.runs where status = 'running'")
                .isEmpty());
    return execution;
  }

  Comparison comparison(long run) {
    byte[] object = cloud.cloud().pipeline().objects().read(new RunFolder(run).comparison());
    return Json.read(object, Comparison.class);
  }

  List<List<String>> profiles() {
    return cloud.rows("select distinct profile_id from tributary.identity_map");
  }

  static String id(String user) {
    return ProfileId.of(new Identifier("user_id", user));
  }

  private StageContext context() {
    return cloud.context(Long.parseLong(cloud.lastRun()));
  }

  @Override
  public void close() {
    cloud.close();
  }
}
