package io.tributary.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of features.
 *
 * @param lookbackDays the numbers of days n of features over the past n days
 * @param productRef the column, and member of an order's products, that names a product
 * @param categoryRef the same of its category
 * @param maxListSize a list of what was ever purchased that has more values is null
 * @param maxCartSize of so many categories, the first by name, the highest is chosen
 * @param cardTypes payment methods that are credit cards
 * @param asOf many as-of times; empty for the run's own
 * @param asOfFrom a table of profiles and as-of times of their own
 * @param rules the project's own features; the built-in ones are not among them
 */
public record Features(
    List<Integer> lookbackDays,
    String productRef,
    String categoryRef,
    Units units,
    int maxListSize,
    int maxCartSize,
    List<String> cardTypes,
    Optional<AsOfSeries> asOf,
    Optional<String> asOfFrom,
    List<FeatureRule> rules) {
  public Features {
    lookbackDays = List.copyOf(lookbackDays);
    Objects.requireNonNull(productRef);
    Objects.requireNonNull(categoryRef);
    Objects.requireNonNull(units);
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(asOfFrom);
    cardTypes = List.copyOf(cardTypes);
    rules = List.copyOf(rules);
  }

  /** What the units of an order are. */
  public enum Units {
    LINES,
    QUANTITY
  }

  WrittenExpression filled(WrittenExpression written) {
    String cards = cardTypes.stream().map(EventColumns::literal).collect(Collectors.joining(", "));
    return new WrittenExpression(
        written.text().replace(FeatureRule.CARD_TYPES, cards), written.sql());
  }

  /** A most number of values, which may be the name of a setting. */
  String size(String written) {
    return switch (written) {
      case "max_list_size" -> Integer.toString(maxListSize);
      case "max_cart_size" -> Integer.toString(maxCartSize);
      default -> written;
    };
  }

  /** The same with the project's own features. */
  public Features withRules(List<FeatureRule> own) {
    return new Features(
        lookbackDays,
        productRef,
        categoryRef,
        units,
        maxListSize,
        maxCartSize,
        cardTypes,
        asOf,
        asOfFrom,
        own);
  }
}
