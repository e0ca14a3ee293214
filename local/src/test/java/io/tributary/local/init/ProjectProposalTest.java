package io.tributary.local.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is guessed of a folder of raw files. */
class ProjectProposalTest extends ProposedFolder {
  @Test
  void namesThatAreKnownNeedNoMapping() {
    write(
        "data/raw.conversions.csv",
        "conv_id,user_id,conv_date,conv_time,revenue",
        "c1,u1,2023-09-02,13:01:28,67.8",
        "c2,u2,2023-09-07,07:49:28,35.0");
    write(
        "data/raw.session_sources.csv",
        "session_id,user_id,event_date,event_time,channel_name,holder_engagement",
        "s1,u1,2023-08-30,12:15:35,Referral,1");
    write("ihc_responses.ndjson", "{\"statusCode\":200,\"value\":[{\"conversion_id\":\"c1\"}]}");

    ProjectProposal proposal = propose();

    assertThat(withoutComments(proposal.yaml()))
        .isEqualToIgnoringNewLines(
            """

            project: P
            timezone: UTC
            raw_schema: raw
            schema: tributary
            window:
              start_date: 2023-09-02
              end_date: 2023-09-07
            sources:
              conversions:
                kind: conversions
              session_sources:
                kind: session_sources
            attribution:
              models: [ihc, first_touch, last_touch, last_non_direct, linear, time_decay, \
            position_based]
              ihc:
                recording: ihc_responses.ndjson
            """);
    assertThat(proposal.yaml()).contains("timezone: UTC").contains("# could not be guessed");
    assertThat(proposal.unguessed()).isEmpty();
    assertThat(propose()).isEqualTo(proposal);
  }

  @Test
  void otherEnglishNamesAreMapped() {
    write(
        "data/orders.csv",
        "id,customer_id,created_at,status,total",
        "1,c1,2023-09-01T10:00:00Z,paid,10",
        "2,c2,2023-09-03T23:00:00-05:00,paid,20");
    write(
        "data/visits.csv",
        "visit_id,client,started,utm_source,utm_medium,cost",
        "v1,c1,2023-08-31 10:00:00,google,cpc,0.1");
    write("data/adspend.csv", "day,platform,spend,impressions", "2023-08-31,google,100.5,7");

    ProjectProposal proposal = propose();

    assertThat(withoutComments(proposal.yaml()))
        .contains(
            """
            window:
              start_date: 2023-09-01
              end_date: 2023-09-04
            sources:
              conversions:
                kind: conversions
                table: raw.orders
                columns:
                  conversion_id: id
                  user_id: customer_id
                  revenue: total
                  timestamp: created_at
              session_sources:
                kind: session_sources
                table: raw.visits
                columns:
                  session_id: visit_id
                  user_id: client
                  channel_name: utm_source
                  timestamp: started
              session_costs:
                kind: session_costs
                table: raw.visits
                columns:
                  session_id: visit_id
              channel_costs:
                kind: channel_costs
                table: raw.adspend
                columns:
                  channel_name: platform
                  date: day
                  cost: spend
            """);
    assertThat(proposal.yaml()).contains("conversion_id: id").contains("# guessed by its name");
    assertThat(proposal.yaml()).contains("timestamp: started").contains("# guessed by its values");
    assertThat(proposal.unguessed()).isEmpty();
  }

  @Test
  void germanNamesAreMappedAndFormsThatCannotBeReadAreSaid() {
    write(
        "data/bestellungen.csv",
        "Bestellnummer;Kunde;Datum;Umsatz",
        "B1;K1;01.09.2023;12,50",
        "B2;K2;02.09.2023;7,00");
    write(
        "data/besuche.csv",
        "Sitzungs-ID,Kundennr.,Tag,Uhrzeit,Kanal",
        "S1,K1,2023-08-30,10:00:00,Google");

    ProjectProposal proposal = propose();

    assertThat(withoutComments(proposal.yaml()))
        .contains(
            """
                columns:
                  conversion_id: bestellnummer
                  user_id: kunde
                  revenue: umsatz
                  timestamp: datum
            """)
        .contains(
            """
                columns:
                  session_id: sitzungs-id
                  user_id: kundennr.
                  channel_name: kanal
                  event_date: tag
                  event_time: uhrzeit
            """)
        .doesNotContain("window:");
    assertThat(proposal.unguessed())
        .containsExactly(
            "could not take datum of raw.bestellungen as it stands: not all are times like"
                + " 2023-12-31 or 2023-12-31 18:30:00; export them in that form, or such rows are"
                + " rejected",
            "could not take umsatz of raw.bestellungen as it stands: not all are numbers like"
                + " 1234.50; export them in that form, or such rows are rejected");
  }

  @Test
  void theOnlyDecimalNumbersOfATableOfOrdersAreItsRevenue() {
    write("data/orders.csv", "order_id,user,quand,chiffre,items", "1,a,2023-09-01,5.5,3");

    assertThat(withoutComments(propose().yaml()))
        .contains("revenue: chiffre")
        .contains("timestamp: quand");
  }

  @Test
  void ofTwoTablesOfAKindTheLikelierIsTaken() {
    write("data/orders.csv", "order_id,user_id,timestamp,revenue", "1,a,2023-09-01,5.5");
    write("data/payments.csv", "transaction_id,user_id,timestamp,amount", "1,a,2023-09-01,5.5");

    ProjectProposal proposal = propose();

    assertThat(proposal.yaml()).contains("table: raw.orders").doesNotContain("table: raw.payments");
    assertThat(proposal.unguessed())
        .contains(
            "could not use raw.payments beside raw.orders: both look like conversions, of which"
                + " there is one source");
  }

  @Test
  void theSchemaOfTheFilesIsTheRawSchema() {
    write("data/shop.orders.csv", "order_id,user_id,timestamp,revenue", "1,a,2023-09-01,5.5");
    write("data/shop.visits/1.ndjson", "{\"session_id\":1,\"user_id\":2,\"channel\":\"x\"}");
    write("data/other.things.csv", "a,b");

    ProjectProposal proposal = propose();

    assertThat(proposal.yaml()).contains("raw_schema: shop\n").contains("table: shop.orders");
    assertThat(proposal.unguessed().get(0))
        .startsWith("data/other.things.csv: The file is not loaded: it names the schema");
  }

  @Test
  void aRecordingIsKnownByItsAnswersAndOddNamesAreQuoted() {
    write("data/orders.csv", "no,user_id,timestamp,revenue", "1,a,2023-09-01,5.5");
    write(
        "data/visits.csv", "session_id,user_id,timestamp,\"the channel: #1\"", "1,2,2023-09-01,x");
    write("a.ndjson", "{\"id\":1}");
    write("b c.ndjson", "{\"statusCode\":206,\"value\":[]}");

    String yaml = propose().yaml();

    assertThat(yaml).contains("channel_name: \"the channel: #1\"");
    assertThat(yaml).contains("conversion_id: \"no\"").contains("recording: \"b c.ndjson\"");
  }
}
