package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.DataException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stitching refuses to read. */
class StitchingInputTest {
  private static final GuardRails RAILS =
      new GuardRails(
          List.of(
              new IdentifierType("user_id", 1),
              new IdentifierType("email", IdentifierType.UNLIMITED)),
          10);

  private final Identifiers identifiers = new Identifiers(2, RAILS);

  @Test
  void refusesAnIdentifierBeyondTheirNumber() {
    refused(() -> identifiers.read(rows("3,1,0,0\n")), "there is no identifier 3 among 2");
    refused(() -> identifiers.read(rows("0,1,0,0\n")), "there is no identifier 0 among 2");
    refused(() -> identifiers.read(rows("1,1,3,0\n")), "there is no identifier 3 among 2");
  }

  @Test
  void refusesAnIdentifierThatIsThereTwice() {
    refused(() -> identifiers.read(rows("2,1,0,0\n2,1,0,0\n")), "identifier 2 is there twice");
  }

  @Test
  void refusesAnUnknownType() {
    refused(() -> identifiers.read(rows("1,3,0,0\n")), "there is no type 3 among 2");
    refused(() -> identifiers.read(rows("1\n")), "there is no type 0 among 2");
  }

  @Test
  void refusesAProfileThatNothingCanStandFor() {
    refused(() -> identifiers.read(rows("1,1,0,5\n")), "there is no profile 5");
  }

  @Test
  void refusesToLinkWhileIdentifiersAreMissing() {
    identifiers.read(rows("2,1,0,0\n"));
    Linking linking = new Linking(identifiers, RAILS, Corrections.none());

    assertThatThrownBy(linking::finish)
        .isInstanceOf(DataException.class)
        .hasMessage("Of 2 identifiers only 1 were read; run the stage again.");
  }

  @Test
  void refusesToReplayWhileIdentifiersAreMissing() {
    identifiers.read(rows("2,1,0,0\n"));
    OrderedEvents events = new OrderedEvents(identifiers, 0);
    Replay replay = new Replay(identifiers, RAILS, Corrections.none());

    assertThatThrownBy(() -> replay.run(events, refusal -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage("Of 2 identifiers only 1 were read; run the stage again.");
  }

  @Test
  void refusesALinkToNoIdentifier() {
    Linking linking = new Linking(identifiers, RAILS, Corrections.none());

    refused(() -> linking.add(rows("1,2\n1,3\n")), "there is no identifier 3 among 2");
  }

  @Test
  void refusesACorrectionThatMakesNoSense() {
    refused(() -> Corrections.read(rows("3,1,2\n"), identifiers), "its verdict is neither 1 nor 2");
    refused(
        () -> Corrections.read(rows("1,1,3\n"), identifiers), "there is no identifier 3 among 2");
  }

  @Test
  void refusesEventsThatAreMissingOrThereTwice() {
    OrderedEvents events = new OrderedEvents(identifiers, 2);

    refused(() -> events.read(rows("3,0,1\n")), "there is no event 3 among 2");
    refused(() -> events.read(rows("2,0,1\n2,0,2\n")), "event 2 is there twice");
    assertThatThrownBy(events::rewind)
        .isInstanceOf(DataException.class)
        .hasMessage("Of 2 events only 1 were read; run the stage again.");
  }

  @Test
  void refusesMoreThanOneStitchingTakes() {
    assertThatThrownBy(() -> new Identifiers(400_000_001, RAILS))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "400,000,001 identifiers are more than the 400,000,000 that one stitching takes; leave"
                + " out a type that has a value an event.");
    assertThatThrownBy(() -> new OrderedEvents(identifiers, 100_000_001))
        .hasMessage(
            "100,000,001 events that guard rails have to be held to in their order are more than"
                + " the 100,000,000 that one stitching takes; block the values that connect them.");
    assertThatThrownBy(() -> StitchingLimits.checkLinks(1_000_000_001))
        .hasMessage(
            "1,000,000,001 links between identifiers are more than the 1,000,000,000 that one"
                + " stitching takes; stitch a shorter time first.");
  }

  @Test
  void refusesWhatTheMemoryDoesNotHold() {
    long memory = 17L * 200_000_000 + 36L * 1_000_000;

    StitchingLimits.checkMemory(new Numbering(200_000_000, 1_000_000), memory);
    assertThatThrownBy(
            () -> StitchingLimits.checkMemory(new Numbering(200_000_000, 1_000_001), memory))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "200,000,000 identifiers and 1,000,001 events in their order need 3,276 MB of memory,"
                + " and stitching has 3,276; give it more, on AWS by the parameter LinkMemory of the"
                + " stack.");
  }

  @Test
  void refusesRulesThatNoProfileCanKeep() {
    IdentifierType type = new IdentifierType("email", 1);

    assertThatThrownBy(() -> new IdentifierType("email", 0))
        .hasMessage("A profile holds at least 1 identifier of type email");
    assertThatThrownBy(() -> new GuardRails(List.of(type), 0))
        .hasMessage("A profile holds at least 1 identifier");
    assertThatThrownBy(() -> new GuardRails(List.of(), 1))
        .hasMessage("There are 1 to 127 identifier types");
    assertThatThrownBy(() -> new GuardRails(Collections.nCopies(128, type), 1))
        .hasMessage("There are 1 to 127 identifier types");
    assertThat(new GuardRails(Collections.nCopies(127, type), 1).types()).hasSize(127);
  }

  private static void refused(ThrowingCallable reading, String why) {
    assertThatThrownBy(reading)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("of part-1 is not as expected: " + why + ";");
  }

  private static NumberRows rows(String csv) {
    return NumberRows.open(
        "part-1", new ByteArrayInputStream(csv.getBytes(StandardCharsets.US_ASCII)));
  }
}
