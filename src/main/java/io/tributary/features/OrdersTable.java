package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import java.util.List;
import java.util.Map;

/** The table of a source's orders, from which their features and those of their lines are taken. */
record OrdersTable(BoundSource source, int number) {
  /**
   * @param source one of the run's sources
   */
  static OrdersTable of(BoundSource source, StageContext context) {
    return new OrdersTable(source, context.plan().sources().indexOf(source) + 1);
  }

  String name() {
    return "int_feature_orders_" + number;
  }

  /** Makes and fills the table. */
  List<String> statements(StageContext context) {
    Map<String, Object> names =
        Map.of(
            "orders", name(),
            "source", Identifiers.text(source.source().name()),
            "has_products", source.columns().containsKey("products"));
    return List.of(
        context.render("features/create_int_feature_orders.sql", names),
        context.render("features/int_feature_orders.sql", names));
  }
}
