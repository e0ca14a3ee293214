package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.functions.FunctionFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Measures the functions' zip and what a run uses of it: {@code start <work> <zip>}, {@code use
 * <work> <name> <visitors>}, {@code page <work> <page>}. {@code bench/stack} calls it.
 */
final class StackBench {
  private StackBench() {}

  public static void main(String[] arguments)
      throws IOException, FunctionFailure, InterruptedException, SQLException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    Path work = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "start" -> keep(work, "start", start(work, Path.of(arguments[2])));
      case "use" -> {
        Path shop = work.resolve("shop-" + arguments[2]);
        keep(work, arguments[2], UseMeasurement.measure(shop, Integer.parseInt(arguments[3])));
      }
      case "page" -> StackPage.write(work, Path.of(arguments[2]));
      default -> throw new IllegalArgumentException("There is no measurement " + arguments[0]);
    }
    // What a library's threads still do is of no interest.
    System.exit(0);
  }

  private static ObjectNode start(Path work, Path zip)
      throws IOException, FunctionFailure, InterruptedException {
    var unpacked = UnpackedZip.unpack(zip, work.resolve("zip"));
    Path log = work.resolve("start.log");
    ObjectNode figures = Json.MAPPER.createObjectNode();
    figures.put("zip_bytes", Files.size(zip)).put("unpacked_bytes", sizeOf(unpacked.folder()));
    figures.put("load_before", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    figures.set("plain", new StartMeasurement(unpacked.command(), log).measure());
    List<String> jars = jarsOf(unpacked, work);
    Path archive = work.resolve("functions.jsa");
    var rehearsal =
        UnpackedZip.command(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"), jars);
    new StartMeasurement(rehearsal, log).rehearse();
    figures.put("archive_bytes", Files.size(archive));
    var archived = UnpackedZip.command(List.of("-XX:SharedArchiveFile=" + archive), jars);
    figures.set("archived", new StartMeasurement(archived, log).measure());
    return figures;
  }

  /** An archive takes classes of jars only, so the zip's own become one, and the loop's another. */
  private static List<String> jarsOf(UnpackedZip zip, Path work) throws IOException {
    Path own = work.resolve("own.jar");
    Path lib = zip.folder().resolve("lib");
    jar(own, zip.folder(), file -> !file.startsWith(lib));
    Path loop = work.resolve("loop.jar");
    jar(loop, zip.loop(), file -> true);
    return List.of(own.toString(), lib + "/*", loop.toString());
  }

  private static void jar(Path jar, Path root, Predicate<Path> wanted) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        var out = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
  }

  private static long sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void keep(Path work, String name, JsonNode figures) throws IOException {
    Files.write(work.resolve(name + ".json"), Json.bytes(figures));
    System.out.println(name + " " + figures);
  }
}
