package io.tributary.local.objects;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The answer to one request: headers first, then exactly one of the endings. */
final class Answer {
  private static final int BUFFER = 1 << 16;

  private final HttpExchange exchange;

  Answer(HttpExchange exchange) {
    this.exchange = exchange;
  }

  Answer header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
    return this;
  }

  void empty(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  void xml(int status, Xml xml) throws IOException {
    byte[] body = xml.bytes();
    header("Content-Type", "application/xml");
    if (exchange.getRequestMethod().equals("HEAD")) {
      empty(status);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** HEAD's answer: the length is told and nothing follows. */
  void length(int status, long length) throws IOException {
    header("Content-Length", Long.toString(length));
    empty(status);
  }

  void bytes(int status, InputStream source, long length) throws IOException {
    if (length == 0) {
      empty(status);
      return;
    }
    exchange.sendResponseHeaders(status, length);
    OutputStream out = exchange.getResponseBody();
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int read = source.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the object became shorter while it was read");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
