package io.tributary.local.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A text file's bytes: unpacked, without byte order mark, and known not to be UTF-16. */
final class FileBytes {
  private static final int BUFFER = 1 << 16;

  private FileBytes() {}

  static InputStream open(RawFile file) throws IOException {
    InputStream packed = new BufferedInputStream(rawBytes(file), BUFFER);
    try {
      InputStream text = unpacked(file, packed);
      skipByteOrderMark(file, text);
      return text;
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  private static InputStream rawBytes(RawFile file) throws IOException {
    try {
      return Files.newInputStream(file.path());
    } catch (FileSystemException e) {
      throw FileFault.ofRefusal(file, e);
    }
  }

  private static InputStream unpacked(RawFile file, InputStream in) throws IOException {
    byte[] head = peek(in, 4);
    boolean gzip = startsWith(head, 0x1f, 0x8b);
    if (file.gzipped() && !gzip) {
      throw new FileFault(file, 0, "is no gzip file: pack it with gzip, or take .gz off its name");
    }
    if (!file.gzipped() && gzip) {
      throw new FileFault(file, 0, "is a gzip file: unpack it, or add .gz to its name");
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw new FileFault(
          file, 0, "is a zip file or a workbook: save it as CSV in UTF-8, or unpack it");
    }
    return gzip ? new BufferedInputStream(new Gunzip(file, in), BUFFER) : in;
  }

  private static void skipByteOrderMark(RawFile file, InputStream in) throws IOException {
    byte[] head = peek(in, 4);
    boolean utf16 =
        startsWith(head, 0xff, 0xfe)
            || startsWith(head, 0xfe, 0xff)
            || (head.length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0)
            || (head.length >= 4 && head[0] != 0 && head[1] == 0 && head[3] == 0);
    if (utf16) {
      throw new FileFault(file, 0, "is written in UTF-16: save it as UTF-8");
    }
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
    }
  }

  private static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] head = in.readNBytes(count);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Says which file is damaged, where the JDK's stream only says how. */
  private static final class Gunzip extends InputStream {
    private final RawFile file;
    private final GZIPInputStream in;

    Gunzip(RawFile file, InputStream packed) throws IOException {
      this.file = file;
      try {
        this.in = new GZIPInputStream(packed, BUFFER);
      } catch (EOFException | ZipException e) {
        throw damaged(file);
      }
    }

    private static FileFault damaged(RawFile file) {
      return new FileFault(file, 0, "is a damaged gzip file: pack or copy it again");
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      try {
        return in.read(target, from, length);
      } catch (EOFException | ZipException e) {
        throw damaged(file);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
