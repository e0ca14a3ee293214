package io.tributary.local.generate;

import java.math.BigDecimal;
import java.nio.file.Path;

/** What was generated. The revenue has two decimals. */
public record ShopSummary(
    Path directory, int users, long sessions, long conversions, BigDecimal revenue) {}
