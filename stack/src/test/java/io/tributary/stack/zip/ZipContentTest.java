package io.tributary.stack.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ZipContentTest {
  private static final long MEBIBYTE = 1L << 20;

  @Test
  void isUnder40Megabytes() throws IOException {
    assertThat(Files.size(UnpackedZip.file())).isLessThan(40 * MEBIBYTE);
  }

  @Test
  void holdsThePipelineAndNoLocalCloud() throws IOException {
    List<String> names = names();

    assertThat(names).anyMatch(name -> name.startsWith("lib/io.tributary.tributary-core-"));
    assertThat(names)
        .noneMatch(name -> name.matches("(?i).*(duckdb|tributary-local|elasticmq|pekko|scala).*"))
        .noneMatch(name -> name.startsWith("io/tributary/local/"));
  }

  @Test
  void holdsOneLoggingBackendAndOneHttpClientOfTheSdk() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.matches("lib/.*(slf4j-simple|logback).*"))
        .noneMatch(name -> name.matches("lib/software.amazon.awssdk.(netty|apache-client|url-).*"));
  }

  private static List<String> names() throws IOException {
    try (var zip = new ZipFile(UnpackedZip.file().toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
