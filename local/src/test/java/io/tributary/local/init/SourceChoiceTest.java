package io.tributary.local.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChoiceTest {
  @TempDir Path folder;

  @Test
  void takesOfTwoTablesOfAKindTheOneThatCanBeReadAsItStands() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("data/bestellungen.csv"),
        "Bestellnummer;Kunde;Zeitpunkt;Betrag\n1;a;2024-01-03 10:00:00;12,50\n");
    Files.writeString(
        folder.resolve("data/orders.csv"),
        "order_no,visitor,ordered_at,amount_eur\n1,a,2024-01-03 10:00:00,12.50\n");

    ProjectProposal proposal = ProjectProposal.of(folder);

    assertThat(proposal.yaml()).contains("table: raw.orders");
    assertThat(proposal.unguessed())
        .contains(
            "could not use raw.bestellungen beside raw.orders: both look like conversions, of which"
                + " there is one source");
  }
}
