package io.tributary.local.warehouse;

import java.nio.file.Path;

/** Another process, such as a run, has the warehouse file open. */
public final class WarehouseHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseHeldException(Path file, Throwable cause) {
    super("Another run holds the warehouse " + file + "; wait until it has ended.", cause);
  }
}
