package io.tributary.local.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated shop's {@code tributary.yaml}, whose first line says where it comes from. */
final class ShopProjectFile {
  private static final String MARK = "# Written by 'tributary generate";

  private ShopProjectFile() {}

  static boolean isGenerated(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.readString(file, StandardCharsets.UTF_8).startsWith(MARK);
  }

  static void write(Path file, ShopSettings settings) throws IOException {
    Files.writeString(file, text(settings), StandardCharsets.UTF_8);
  }

  private static String text(ShopSettings settings) {
    return """
        %s --users %d --days %d --seed %d'. Generating into this folder again
        # writes over this file and over data/; take this line away to forbid it.
        project: shop
        timezone: UTC
        window: {start_date: %s, end_date: %s}   # both days are included

        sources:   # what each raw table in data/ holds
          conversions: {kind: conversions, table: raw.conversions}           # orders
          sessions:    {kind: session_sources, table: raw.session_sources}   # visits and their channel
          costs:       {kind: session_costs, table: raw.session_costs}       # what paid clicks cost
          ad_spend:    {kind: channel_costs, table: raw.channel_costs}       # what is paid by the day
          pages:       {kind: pages, table: raw.pages}                       # what visitors looked at
          tracks:      {kind: tracks, table: raw.tracks}                     # what they did
          identifies:  {kind: identifies, table: raw.identifies}             # what they said of themselves
          carts:       {kind: product_added, table: raw.product_added}
          checkouts:   {kind: checkout_step_completed, table: raw.checkout_step_completed}
          orders:      {kind: order_completed, table: raw.order_completed}

        features: {lookback_days: [7, 30, 90]}   # a row for each customer, see ./tributary features

        attribution:
          journeys: {lookback_days: 30}   # visits of the 30 days before an order share its credit
          models: [ihc, first_touch, last_touch, last_non_direct, linear, time_decay, position_based]
        """
        .formatted(
            MARK,
            settings.users(),
            settings.days(),
            settings.seed(),
            settings.firstDay(),
            settings.lastDay());
  }
}
