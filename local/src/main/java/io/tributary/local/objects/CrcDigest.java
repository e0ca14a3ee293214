package io.tributary.local.objects;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.Checksum;

/** A cyclic redundancy check as a digest of four bytes, so that all checksums are alike. */
final class CrcDigest extends MessageDigest {
  private final Checksum checksum;

  CrcDigest(String name, Checksum checksum) {
    super(name);
    this.checksum = checksum;
  }

  @Override
  protected void engineUpdate(byte input) {
    checksum.update(input);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    checksum.update(input, offset, length);
  }

  @Override
  protected byte[] engineDigest() {
    byte[] value = ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
    checksum.reset();
    return value;
  }

  @Override
  protected void engineReset() {
    checksum.reset();
  }
}
