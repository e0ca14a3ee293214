package io.tributary.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudSettingsTest {
  @Test
  void boundsTheWarehousesMemoryWhereTheEnvironmentSaysSo() {
    assertThat(with("2500MB").warehouse().memory()).contains("2500MB");
    assertThat(with(" ").warehouse().memory()).isEmpty();
  }

  @Test
  void refusesWhatIsNoAmountOfMemory() {
    assertThatThrownBy(with("much")::warehouse)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "TRIBUTARY_WAREHOUSE_MEMORY is no amount of memory; write such as 2GB or 1500MB.");
  }

  private static CloudSettings with(String memory) {
    CloudSettings usual = CloudSettings.usual();
    return new CloudSettings(
        usual.service(),
        usual.pace(),
        usual.patience(),
        usual.pause(),
        usual.visibility(),
        usual.deliveries(),
        Map.of("TRIBUTARY_WAREHOUSE_MEMORY", memory),
        usual.clock());
  }
}
