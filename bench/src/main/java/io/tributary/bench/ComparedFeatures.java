package io.tributary.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which column of the table of features is which of the one by hand. */
final class ComparedFeatures {
  private static final String NULL = "-1e9";

  private ComparedFeatures() {}

  static Map<String, Object> columns(List<Integer> lookbacks) {
    return Map.of(
        "numbers", numbers(lookbacks),
        "texts", texts(),
        "truths", truths(lookbacks),
        "lists", lists(lookbacks));
  }

  private static List<Map<String, String>> numbers(List<Integer> lookbacks) {
    List<Map<String, String>> numbers = new ArrayList<>();
    for (int days : lookbacks) {
      numbers.add(number("active_days_in_past_%d_days:integer".formatted(days), "active_" + days));
      numbers.add(number("amt_spent_in_past_%d_days:numeric".formatted(days), "spent_" + days));
      numbers.add(number("transactions_in_past_%d_days:integer".formatted(days), "orders_" + days));
      numbers.add(number("carts_in_past_%d_days:integer".formatted(days), "carts_" + days));
    }
    numbers.add(number("total_amt_spent:numeric", "total_amt_spent"));
    numbers.add(number("total_transactions:integer", "total_orders"));
    numbers.add(number("total_carts:integer", "total_carts"));
    numbers.add(number("total_products_added_to_cart:integer", "total_added"));
    numbers.add(orNull("age_in_years:integer", "age_in_years"));
    numbers.add(orNull("days_since_account_creation:integer", "days_since_account_creation"));
    numbers.add(orNull("days_since_last_seen:integer", "days_since_last_seen"));
    numbers.add(orNull("days_since_last_purchase:integer", "days_since_last_purchase"));
    numbers.add(orNull("days_since_last_cart_add:integer", "days_since_last_cart_add"));
    numbers.add(orNull("last_transaction_value:numeric", "last_total"));
    numbers.add(orNull("average_transaction_value:numeric", "average_total"));
    numbers.add(orNull("median_transaction_value:numeric", "median_total"));
    numbers.add(orNull("highest_transaction_value:numeric", "highest_total"));
    numbers.add(orNull("average_units_per_transaction:numeric", "average_units"));
    return numbers;
  }

  private static List<Map<String, String>> texts() {
    return List.of(
        pair("gender:string", "gender"),
        pair("country:string", "country"),
        pair("state:string", "state"),
        pair("email_domain:string", "email_domain"),
        pair("highest_spent_category:string", "highest_spent_category"),
        pair("highest_transacted_category:string", "highest_transacted_category"));
  }

  private static List<Map<String, String>> truths(List<Integer> lookbacks) {
    List<Map<String, String>> truths = new ArrayList<>();
    truths.add(pair("has_mobile_app:boolean", "has_mobile_app"));
    truths.add(pair("is_active_on_website:boolean", "is_active_on_website"));
    truths.add(pair("has_credit_card:boolean", "has_credit_card"));
    for (int days : lookbacks) {
      truths.add(pair("is_churned_%d_days:boolean".formatted(days), "is_churned_" + days));
    }
    return truths;
  }

  private static List<Map<String, String>> lists(List<Integer> lookbacks) {
    List<Map<String, String>> lists = new ArrayList<>();
    lists.add(pair("campaign_sources:array", "campaign_sources"));
    lists.add(pair("payment_modes:array", "payment_modes"));
    lists.add(pair("items_purchased_ever:array", "items_purchased_ever"));
    lists.add(pair("categories_purchased_ever:array", "categories_purchased_ever"));
    for (int days : lookbacks) {
      lists.add(pair("products_added_in_past_%d_days:array".formatted(days), "added_" + days));
    }
    return lists;
  }

  private static Map<String, String> number(String feature, String hand) {
    return Map.of("feature", feature, "hand", hand, "nothing", "0");
  }

  private static Map<String, String> orNull(String feature, String hand) {
    return Map.of("feature", feature, "hand", hand, "nothing", NULL);
  }

  private static Map<String, String> pair(String feature, String hand) {
    return Map.of("feature", feature, "hand", hand);
  }
}
