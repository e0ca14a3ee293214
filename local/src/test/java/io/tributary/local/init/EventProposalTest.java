package io.tributary.local.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.ProjectReader;
import org.junit.jupiter.api.Test;

/** What is proposed for the tables of an event stream. */
class EventProposalTest extends ProposedFolder {
  private static final String HEAD = "id,user_id,anonymous_id,timestamp";

  @Test
  void tablesOfTheUsualNamesAreSourcesWithSessionsAndFeatures() {
    write("data/raw.tracks.csv", HEAD + ",event", "t1,u,a,2023-09-02 10:00:00,Clicked");
    write(
        "data/raw.identifies.csv", HEAD + ",traits_email", "i1,u,,2023-09-01 10:00:00,a@b.example");
    write(
        "data/raw.order_completed.csv",
        "id,user_id,timestamp,properties_total,properties_products",
        "o1,u,2023-09-03 10:00:00,5,\"[{\"\"product_id\"\":1,\"\"category_l1\"\":\"\"x\"\"}]\"");

    ProjectProposal proposal = propose();

    assertThat(proposal.unguessed()).isEmpty();
    assertThat(withoutComments(proposal.yaml()))
        .contains(
            """
            window:
              start_date: 2023-09-01
              end_date: 2023-09-03
            sources:
              tracks:
                kind: tracks
              identifies:
                kind: identifies
              order_completed:
                kind: order_completed
            sessions:
              gap_seconds: 1800
            features:
              lookback_days: [7, 30, 90, 365]
              product_ref: product_id
              category_ref: category_l1
            """)
        .doesNotContain("attribution:");
    assertThat(proposal.yaml())
        .contains("# There is no channel report: it needs")
        .contains("#     - {name: user_id, priority: 1, limit: 1, from: {tracks: user_id}}");
    assertThat(ProjectReader.read("tributary.yaml", proposal.yaml()).problems()).isEmpty();
  }

  @Test
  void theProposedIdentityIsOneThatCanBeRead() {
    write("data/raw.pages.csv", HEAD + ",url", "p1,u,a,2023-09-02 10:00:00,https://a.example/");

    String yaml = propose().yaml().replaceAll("(?m)^# (identity| {2})", "$1");

    var project = ProjectReader.read("tributary.yaml", yaml);
    assertThat(project.problems()).isEmpty();
    assertThat(project.project().orElseThrow().identity().orElseThrow().identifiers()).hasSize(2);
  }

  @Test
  void tablesOfOtherNamesAreKnownByTheirColumns() {
    write(
        "data/views.csv",
        "message_id,customer_id,anonymous_id,created_at,page_location,http_referer,utm_source",
        "m1,c,a,2023-09-01 10:00:00,https://x.example/,https://google.com/,news");
    write(
        "data/bought.csv",
        HEAD + ",order_id,amount,items,event",
        "o1,u,a,2023-09-01 10:00:00,o,12.5,\"[{\"\"sku\"\":1,\"\"id\"\":2,\"\"category\"\":3}]\",Order Completed");
    write("data/stg.csv", HEAD + ",event_name", "t1,u,a,2023-09-01 10:00:00,Clicked");
    write(
        "data/people.csv",
        HEAD + ",mail,country_code,dob",
        "i1,u,a,2023-09-01,a@b.example,DE,1990-01-01");
    write("data/cart.csv", HEAD + ",basket_id,event", "c1,u,a,2023-09-01 10:00:00,b,Product Added");
    write("data/steps.csv", HEAD + ",payment_type,event", "s1,u,a,2023-09-01 10:00:00,visa,Step");
    write("data/hosts.csv", "host,medium,source", "x.example,internal,x");

    ProjectProposal proposal = propose();

    assertThat(proposal.unguessed()).isEmpty();
    assertThat(withoutComments(proposal.yaml()))
        .contains("  pages:\n    kind: pages\n    table: raw.views")
        .contains("      url: page_location\n", "      referrer: http_referer\n")
        .contains("      campaign_source: utm_source\n", "      user_id: customer_id\n")
        .contains("  order_completed:\n    kind: order_completed\n    table: raw.bought")
        .contains("      total: amount\n", "      products: items\n")
        .contains("  tracks:\n    kind: tracks\n    table: raw.stg")
        .contains("  identifies:\n    kind: identifies\n    table: raw.people")
        .contains("      email: mail\n", "      birthday: dob\n", "      country: country_code\n")
        .contains("  product_added:\n    kind: product_added\n    table: raw.cart")
        .contains("  checkout_step_completed:\n    kind: checkout_step_completed\n")
        .contains("  referrers:\n    kind: referrers\n    table: raw.hosts")
        .contains("attribution:\n")
        .doesNotContain("product_ref", "category_ref");
    assertThat(ProjectReader.read("tributary.yaml", proposal.yaml()).problems()).isEmpty();
  }

  @Test
  void ordersThatAreNoEventsStayConversions() {
    write("data/orders.csv", "id,user_id,timestamp,order_id,total,items", "1,u,2023-09-01,o,5.5,3");

    assertThat(withoutComments(propose().yaml()))
        .contains("    kind: conversions\n    table: raw.orders")
        .doesNotContain("features:", "sessions:");
  }

  @Test
  void aTableNamedLikeEventsThatLacksAColumnIsLeftAsAComment() {
    write("data/raw.pages.csv", "id,user_id,url", "p1,u,https://a.example/");

    assertThat(propose().unguessed().get(0))
        .isEqualTo(
            "could not guess which column of raw.pages is its timestamp (it looks like pages); its"
                + " columns are id, user_id, url");
  }
}
