package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Clients;
import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

class ServiceClientsTest {
  private final Clients clients = ServiceClients.create();

  @Test
  void giveUpEveryCallInTime() throws ReflectiveOperationException {
    for (RecordComponent component : Clients.class.getRecordComponents()) {
      var client = (SdkClient) component.getAccessor().invoke(clients);
      var timeouts = client.serviceClientConfiguration().overrideConfiguration();

      assertThat(timeouts.apiCallAttemptTimeout())
          .as(component.getName())
          .contains(ServiceClients.TRY_TIMEOUT);
      assertThat(timeouts.apiCallTimeout())
          .as(component.getName())
          .contains(ServiceClients.CALL_TIMEOUT);
    }
  }
}
