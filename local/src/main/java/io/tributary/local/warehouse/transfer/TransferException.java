package io.tributary.local.warehouse.transfer;

import java.sql.SQLException;

/** COPY or UNLOAD cannot do what it was told; the message is Redshift's where it has one. */
public final class TransferException extends SQLException {
  private static final long serialVersionUID = 1L;

  public TransferException(String message) {
    super(message);
  }

  public TransferException(String message, Throwable cause) {
    super(message, cause);
  }
}
