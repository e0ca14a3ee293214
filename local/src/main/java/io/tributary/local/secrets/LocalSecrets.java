package io.tributary.local.secrets;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** The secrets of the local cloud: environment variables, served as Secrets Manager does. */
public final class LocalSecrets implements AutoCloseable {
  private final HttpServer server;

  private LocalSecrets(HttpServer server) {
    this.server = server;
  }

  /**
   * Serves the variables that {@link io.tributary.secrets.Secrets#localVariable} names.
   *
   * @param environment usually the process's own
   */
  public static LocalSecrets start(Map<String, String> environment) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/", new SecretsProtocol(environment));
      server.start();
      return new LocalSecrets(server);
    } catch (IOException e) {
      throw new UncheckedIOException("The local secrets found no free port", e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
