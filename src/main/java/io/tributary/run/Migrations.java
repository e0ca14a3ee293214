package io.tributary.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * The files that make a project's tables, in order. One that was released is never changed: what
 * comes later is a file of its own.
 */
public final class Migrations {
  public static final List<String> FILES =
      Stream.of(
              "0001_live",
              "0002_nothing_is_live",
              "0003_runs",
              "0004_run_ledger",
              "0005_rejected_rows",
              "0006_conversions",
              "0007_journey_sessions",
              "0008_attribution_customer_journey",
              "0009_attribution_requests",
              "0010_ihc_answers",
              "0011_channel_reporting",
              "0012_identity_map",
              "0013_identity_merges",
              "0014_identity_quarantine",
              "0015_identity_events",
              "0016_identity_event_identifiers",
              "0017_identity_definitions",
              "0018_identity_corrections",
              "0019_runs_superseded_by",
              "0020_resets",
              "0021_profile_attributes",
              "0022_attribute_profiles",
              "0023_attribute_definitions",
              "0024_context_values",
              "0025_finished_runs",
              "0026_attribute_profiles_contents",
              "0027_attribute_profiles_without_moments",
              "0028_web_sessions",
              "0029_user_agents",
              "0030_daily_event_metrics",
              "0031_daily_event_metrics_by",
              "0032_weekly_event_metrics",
              "0033_monthly_event_metrics",
              "0034_feature_rows",
              "0035_feature_definitions",
              "0036_web_sessions_fingerprint")
          .map(name -> "run/migrations/" + name + ".sql")
          .toList();

  private Migrations() {}
}
