package io.tributary.stack.zip;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/** The functions' zip as it lies in an environment's task folder. */
record UnpackedZip(Path folder) {
  private static final Path ZIP = Path.of("../functions/target/function.zip");

  /** The zip that the build made. */
  static Path file() {
    Assumptions.assumeTrue(
        Files.exists(ZIP), "There is no functions/target/function.zip: build it by mvn package");
    return ZIP;
  }

  /** Unpacks the zip that the build made. */
  static UnpackedZip into(Path folder) throws IOException {
    try (InputStream bytes = Files.newInputStream(file());
        var zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    return new UnpackedZip(folder);
  }

  /**
   * What starts an environment: Lambda's class path, with the runtime loop in place of Lambda's.
   */
  List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        String.join(File.pathSeparator, folder.toString(), folder + "/lib/*", testClasses());
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        classes,
        RuntimeLoop.class.getName());
  }

  private static String testClasses() {
    return Path.of(RuntimeLoop.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
