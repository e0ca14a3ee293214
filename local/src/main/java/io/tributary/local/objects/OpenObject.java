package io.tributary.local.objects;

import java.io.IOException;
import java.io.InputStream;

/** An object with its bytes; the caller closes it. */
record OpenObject(ObjectFile object, InputStream bytes) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
