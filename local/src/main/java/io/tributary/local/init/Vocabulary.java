package io.tributary.local.init;

import io.tributary.config.SourceKind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words by which shops call what the pipeline calls otherwise, the likeliest first; English and
 * German. Words are compared in lower case, without accents and without anything but letters and
 * digits.
 */
final class Vocabulary {
  private static final List<String> PREFIXES =
      List.of("properties_", "traits_", "context_traits_", "context_");

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "conversion_id",
          words(
              "conversionid convid orderid ordernumber orderno ordernr transactionid transaction"
                  + " purchaseid bookingid checkoutid invoiceid invoicenumber saleid conversion order"
                  + " bestellnummer bestellnr bestellid bestellung auftragsnummer auftragsnr"
                  + " auftragid rechnungsnummer buchungsnummer transaktion transaktionsid"),
          "session_id",
          words(
              "sessionid session visitid visit gasessionid touchpointid touchid clickid impressionid"
                  + " sitzungsid sitzungid sitzung sitzungsnummer besuchsid besuchid besuch klickid"),
          "user_id",
          words(
              "userid user customerid customer customernumber clientid client visitorid visitor"
                  + " profileid personid memberid accountid contactid buyerid shopperid anonymousid"
                  + " cookieid fullvisitorid userpseudoid email kundennummer kundennr kundenid kundeid"
                  + " kunde besucherid besucher nutzerid nutzer benutzerid benutzer personennummer"),
          "timestamp",
          words(
              "timestamp datetime convertedat conversiontime conversiondate orderedat ordertime"
                  + " orderdate purchasedat purchasedate createdat created eventtimestamp eventtime"
                  + " eventdate sessionstart sessiontime sessiondate startedat starttime visitstart"
                  + " visittime visitdate visitedat clicktime clickdate occurredat time date day ts"
                  + " zeitpunkt zeitstempel bestellzeit bestelldatum bestelltam beginn datum zeit"
                  + " tag"),
          "revenue",
          words(
              "revenue conversionvalue ordervalue ordertotal totalrevenue netrevenue grossrevenue"
                  + " totalprice totalamount grandtotal total amount value sales turnover subtotal"
                  + " price gmv umsatz bestellwert warenkorbwert gesamtbetrag gesamtpreis gesamtsumme"
                  + " betrag summe wert preis erlos"),
          "channel_name",
          words(
              "channelname channellabel channel marketingchannel channelgrouping channelgroup"
                  + " defaultchannelgrouping sourcemedium utmsource source utmmedium medium"
                  + " trafficsource platform network kanal marketingkanal werbekanal quelle"
                  + " herkunft medium"),
          "cost",
          words(
              "cost costs spend adspend adcost spent totalcost marketingcost mediaspend budget kosten"
                  + " werbekosten ausgaben werbeausgaben aufwand"),
          "date",
          words("date day costdate spenddate reportdate reportingdate eventdate datum tag"));

  private static final Map<SourceKind, List<String>> TABLES =
      Map.of(
          SourceKind.CONVERSIONS,
          words(
              "conversion order purchase transaction sale booking bestellung auftrag verkauf kauf"),
          SourceKind.SESSION_SOURCES,
          words("session visit touch click sitzung besuch klick"),
          SourceKind.SESSION_COSTS,
          words("sessioncost clickcost visitcost sitzungskosten klickkosten"),
          SourceKind.CHANNEL_COSTS,
          words("cost spend budget campaign kosten ausgaben werbung"));

  private Vocabulary() {}

  /** Other words for a logical column; none where the column goes by its own name only. */
  static List<String> wordsFor(String logical) {
    return COLUMNS.getOrDefault(logical, List.of());
  }

  /** Whether a table of this name is likely to be of the kind. */
  static boolean names(SourceKind kind, String table) {
    return TABLES.getOrDefault(kind, List.of()).stream().anyMatch(plain(table)::contains);
  }

  /** The names under which a logical column is found without being mapped, as it is searched. */
  static Stream<String> knownNames(SourceKind.Column column) {
    return Stream.of(
            Stream.of(column.name()),
            PREFIXES.stream().map(prefix -> prefix + column.name()),
            column.aliases().stream())
        .flatMap(names -> names);
  }

  /**
   * A column's name for comparing: no prefix of an event specification, letters and digits only.
   */
  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare =
        PREFIXES.stream()
            .filter(lower::startsWith)
            .findFirst()
            .map(prefix -> lower.substring(prefix.length()))
            .orElse(lower);
    String accentless = Normalizer.normalize(bare, Normalizer.Form.NFD);
    return accentless.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]|\\p{M}", "");
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
