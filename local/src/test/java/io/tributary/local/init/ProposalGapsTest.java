package io.tributary.local.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is said of what cannot be guessed or used. */
class ProposalGapsTest extends ProposedFolder {
  @Test
  void aColumnThatCannotBeGuessedIsNamedAndItsSourceLeftAsAComment() {
    write("data/orders.csv", "order_id,qui,quand,combien", "1,a,2023-09-01,5", "2,b,2023-09-02,7");

    ProjectProposal proposal = propose();

    assertThat(proposal.unguessed())
        .containsExactly(
            "could not guess which column of raw.orders is its user_id and which its revenue (it"
                + " looks like conversions); its columns are order_id, qui, quand, combien",
            "could not guess which table is the source of kind session_sources, without which"
                + " nothing is credited");
    assertThat(proposal.yaml())
        .contains("sources: {}")
        .contains("  #     conversion_id: order_id")
        .contains("  #     user_id: …")
        .doesNotContain("attribution:");
  }

  @Test
  void aStatusOfOrdersIsNoOrderNumber() {
    write(
        "data/orders.csv",
        "order_status,user_id,timestamp,revenue",
        "paid,a,2023-09-01,5.5",
        "paid,b,2023-09-01,6.5");

    assertThat(propose().unguessed().get(0))
        .startsWith("could not guess which column of raw.orders is its conversion_id");
  }

  @Test
  void repeatedIdentifiersAreSaid() {
    write(
        "data/orders.csv",
        "order_id,user_id,timestamp,revenue",
        "1,a,2023-09-01,5.5",
        "1,a,2023-09-01,6.5");

    assertThat(propose().unguessed())
        .contains(
            "could not tell rows apart by order_id of raw.orders: some values come more than once;"
                + " such rows count once if they are equal and are rejected if not");
  }

  @Test
  void kindsOfLaterVersionsAndUnknownTablesAreSaid() {
    write("data/raw.segment_events.csv", "event,timestamp,user_id", "1,2023-09-01,u");
    write("data/raw.customer_events.csv", "id,event_time,type,payload", "1,2023-09-01,x,{}");
    write("data/raw.products.csv", "sku,price", "a,1.5");
    write("data/raw.referrers.csv", "host,medium,source", "a.example,internal,a");

    ProjectProposal proposal = propose();

    assertThat(proposal.unguessed())
        .containsExactly(
            "could not use raw.customer_events: it looks like a source of kind customer_events,"
                + " which needs the block identity; add both by hand",
            "could not guess what raw.products is; its columns are sku, price",
            "could not use raw.segment_events: it looks like a source of kind segment_events,"
                + " which this version does not read",
            "could not use raw.referrers: referrers need a source of kind pages",
            "could not guess which table is the source of kind conversions, without which nothing"
                + " is credited",
            "could not guess which table is the source of kind session_sources, without which"
                + " nothing is credited");
    assertThat(proposal.yaml()).contains("sources: {}");
  }

  @Test
  void eventsWithTimesOrAmountsOfAnotherFormAreSaid() {
    write(
        "data/raw.order_completed.csv",
        "id,timestamp,properties_total,user_id",
        "1,01.09.2023,\"1.299,00\",u");

    assertThat(propose().unguessed())
        .containsExactly(
            "could not take timestamp of raw.order_completed as it stands: not all are times like"
                + " 2023-12-31 or 2023-12-31 18:30:00; export them in that form, or such rows are"
                + " rejected",
            "could not take properties_total of raw.order_completed as it stands: not all are"
                + " numbers like 1234.50; export them in that form, or such amounts do not count");
  }

  @Test
  void filesThatCannotBeReadAreSaidAndTheOthersUsed() {
    write("data/orders.csv", "order_id,user_id,timestamp,revenue", "1,a,2023-09-01,5.5");
    write("data/visits.csv", "\"");
    write("data/notes.txt", "x");

    ProjectProposal proposal = propose();

    assertThat(proposal.yaml()).contains("table: raw.orders");
    assertThat(proposal.unguessed())
        .contains(
            "data/visits.csv:1: The file has a header with a quote that is not closed: close it.")
        .anyMatch(sentence -> sentence.startsWith("data/notes.txt: The file is not loaded"));
  }

  @Test
  void anExistingProjectFileIsNeverOverwritten() throws IOException {
    write("data/orders.csv", "a,b");
    write("tributary.yaml", "project: mine");

    assertThatThrownBy(this::propose)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("has a tributary.yaml already, which init never overwrites");
    assertThat(Files.readString(folder.resolve("tributary.yaml"), StandardCharsets.UTF_8))
        .isEqualTo("project: mine\n");
  }

  @Test
  void aFolderWithoutRawFilesIsRefused() throws IOException {
    assertThatThrownBy(this::propose)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no folder ");
    Files.createDirectory(folder.resolve("data"));
    assertThatThrownBy(this::propose)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no raw file in ");
  }
}
