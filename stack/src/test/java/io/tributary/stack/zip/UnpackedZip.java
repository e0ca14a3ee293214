package io.tributary.stack.zip;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The functions' zip as it lies in an environment's task folder.
 *
 * @param loop a folder with the runtime loop alone: no other class of the tests joins the zip's
 */
record UnpackedZip(Path folder, Path loop) {
  private static final Path ZIP = Path.of("../functions/target/function.zip");

  /** The zip that the build made. */
  static Path file() {
    Assumptions.assumeTrue(
        Files.exists(ZIP), "There is no functions/target/function.zip: build it by mvn package");
    return ZIP;
  }

  /** Unpacks the zip that the build made. */
  static UnpackedZip into(Path folder) throws IOException {
    return unpack(file(), folder);
  }

  /** Unpacks a zip. */
  static UnpackedZip unpack(Path file, Path folder) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
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
    return new UnpackedZip(folder, copyLoop(folder.resolveSibling("loop")));
  }

  /**
   * What starts an environment: Lambda's class path, with the runtime loop in place of Lambda's.
   */
  List<String> command() {
    return command(List.of(), List.of(folder.toString(), folder + "/lib/*", loop.toString()));
  }

  /** The same with more options, and with a class path of other form. */
  static List<String> command(List<String> options, List<String> classes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classes)));
    command.add(RuntimeLoop.class.getName());
    return List.copyOf(command);
  }

  private static Path copyLoop(Path folder) throws IOException {
    String name = RuntimeLoop.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    try (InputStream compiled = RuntimeLoop.class.getResourceAsStream("/" + name)) {
      Files.copy(compiled, copy);
    }
    return folder;
  }
}
