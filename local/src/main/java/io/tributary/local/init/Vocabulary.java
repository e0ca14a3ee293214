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

  private static final Map<String, List<String>> EVENT_COLUMNS =
      Map.ofEntries(
          Map.entry("id", words("messageid eventid uuid eventuuid hitid id")),
          Map.entry("user_id", words("userid customerid memberid accountid kundenid kundennummer")),
          Map.entry("anonymous_id", words("anonymousid visitorid cookieid")),
          Map.entry("event", words("event eventname eventtype action")),
          Map.entry("url", words("url pageurl pagelocation location address href")),
          Map.entry("referrer", words("referrer referer pagereferrer httpreferer referrerurl")),
          Map.entry("user_agent", words("useragent browseragent ua")),
          Map.entry("campaign_source", words("campaignsource utmsource")),
          Map.entry("campaign_medium", words("campaignmedium utmmedium")),
          Map.entry("campaign_name", words("campaignname utmcampaign")),
          Map.entry("campaign_term", words("campaignterm utmterm")),
          Map.entry("campaign_content", words("campaigncontent utmcontent")),
          Map.entry("country", words("country countrycode land")),
          Map.entry("email", words("email emailaddress mail")),
          Map.entry(
              "birthday", words("birthday birthdate dateofbirth dob geburtstag geburtsdatum")),
          Map.entry("device_type", words("devicetype device platform")),
          Map.entry("cart_id", words("cartid basketid warenkorbid")),
          Map.entry("checkout_id", words("checkoutid")),
          Map.entry("payment_method", words("paymentmethod paymenttype payment zahlungsart")),
          Map.entry("order_id", words("orderid ordernumber orderno bestellnummer transactionid")),
          Map.entry("total", words("total ordertotal totalprice totalamount grandtotal amount")),
          Map.entry("products", words("products items lineitems orderlines lines")));

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
          words("cost spend budget campaign kosten ausgaben werbung"),
          SourceKind.TRACKS,
          words("tracks trackevents"),
          SourceKind.PAGES,
          words("pages pageviews"),
          SourceKind.IDENTIFIES,
          words("identifies"),
          SourceKind.PRODUCT_ADDED,
          words("productadded productsadded addtocart cartadd"),
          SourceKind.CHECKOUT_STEP_COMPLETED,
          words("checkoutstep"),
          SourceKind.ORDER_COMPLETED,
          words("ordercompleted orderscompleted"));

  private Vocabulary() {}

  /** Other words for a logical column; none where the column goes by its own name only. */
  static List<String> wordsFor(String logical) {
    return COLUMNS.getOrDefault(logical, wordsOfEvents(logical));
  }

  /** Other words for a logical column of an event; none where it goes by its own name only. */
  static List<String> wordsOfEvents(String logical) {
    return EVENT_COLUMNS.getOrDefault(logical, List.of());
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
