package io.tributary.local.pipeline;

import java.nio.file.Path;

/** A shop of two customers whose features can be worked out by hand. */
final class FeatureShop {
  static final String PROJECT =
      """
      project: shop
      window: {end_date: 2024-01-31}
      sources:
        tracks: {kind: tracks}
        pages: {kind: pages}
        identifies: {kind: identifies}
        carts: {kind: product_added, table: raw.product_added}
        steps: {kind: checkout_step_completed, table: raw.checkout_step_completed}
        orders: {kind: order_completed, table: raw.order_completed}
      identity:
        identifiers:
          - {name: user_id, priority: 1, from: {tracks: user_id, pages: user_id, identifies: user_id, carts: user_id, steps: user_id, orders: user_id}}
      features: {lookback_days: [7, 30]}
      """;

  private FeatureShop() {}

  /** T is 2024-02-01T00:00. */
  static TestShop in(Path folder) {
    return new TestShop(folder)
        .table(
            "raw.tracks.csv",
            "id,timestamp,user_id,event",
            "t1,2024-01-10 10:00:00,ada,Clicked",
            "t2,2024-01-30 10:00:00,ada,Clicked",
            "t3,2024-02-01 00:00:00,ada,Clicked")
        .table(
            "raw.pages.csv",
            "id,timestamp,user_id,path",
            "p1,2024-01-30 12:00:00,ada,/",
            "p2,2023-11-01 12:00:00,bob,/")
        .table(
            "raw.identifies.csv",
            "id,timestamp,user_id,email,gender,birthday,country,state,device_type,campaign_source",
            "i1,2023-12-01 10:00:00,ada,ada@Old.example,f,1990-02-01,DE,,iPhone 15,news",
            "i2,2024-01-15 10:00:00,ada,ada@Example.com,,1990-02-01,FR,BY,,ads",
            "i3,2024-02-01 00:00:00,ada,ada@future.example,x,1990-02-01,XX,XX,windows,later")
        .table(
            "raw.product_added.csv",
            "id,timestamp,user_id,cart_id,sku,category",
            "a1,2024-01-29 10:00:00,ada,c1,S1,tea",
            "a2,2024-01-29 11:00:00,ada,c1,S2,tea",
            "a3,2024-01-05 11:00:00,ada,c2,S1,tea")
        .table(
            "raw.checkout_step_completed.csv",
            "id,timestamp,user_id,payment_method",
            "s1,2024-01-29 12:00:00,ada,Visa",
            "s2,2024-01-29 12:00:00,ada,paypal")
        .file(
            "data/raw.order_completed.ndjson",
            """
            {"id":"o1","timestamp":"2024-01-29 13:00:00","user_id":"ada","order_id":"1","total":30.5,"products":[{"sku":"S1","category":"tea","price":10,"quantity":2},{"sku":"S2","category":"cup","price":10.5}]}
            {"id":"o2","timestamp":"2024-01-05 13:00:00","user_id":"ada","order_id":"2","total":10,"products":[{"sku":"S1","category":"tea","price":10,"quantity":1}]}
            {"id":"o3","timestamp":"2024-01-06 13:00:00","user_id":"ada","order_id":"2","total":12,"products":[{"sku":"S3","category":"cup","price":12,"quantity":1}]}
            {"id":"o4","timestamp":"2024-01-07 13:00:00","user_id":"ada","order_id":"4","total":20,"products":[]}
            """)
        .projectFile(PROJECT);
  }
}
