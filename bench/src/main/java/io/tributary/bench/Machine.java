package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.tributary.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The machine that measures. */
final class Machine {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PROCESSORS = Path.of("/proc/stat");

  /** The columns user, nice, system, irq, softirq and steal. */
  private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

  private static final double TICKS_A_SECOND = 100;

  private Machine() {}

  static ObjectNode facts() {
    var system = system();
    return Json.MAPPER
        .createObjectNode()
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("memory_bytes", system.getTotalMemorySize())
        .put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version())
        .put("system", system.getName() + " " + system.getVersion() + " " + system.getArch())
        .put("load_before", system.getSystemLoadAverage())
        .put("date", LocalDate.now(ZoneOffset.UTC).toString());
  }

  private static OperatingSystemMXBean system() {
    return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }

  /** Seconds that this process used of all cores so far. */
  static double processorSeconds() {
    return system().getProcessCpuTime() / 1e9;
  }

  /** Seconds that all processes used of all cores since the machine started; 0 without Linux. */
  static double busySeconds() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return 0;
    }
    String[] words = Files.readAllLines(PROCESSORS).get(0).trim().split(" +");
    long ticks = 0;
    for (int column : BUSY) {
      ticks += Long.parseLong(words[column]);
    }
    return ticks / TICKS_A_SECOND;
  }

  /** The most memory that this process had, resident, in bytes; -1 where Linux does not say. */
  static long peakMemory() throws IOException {
    if (!Files.exists(STATUS)) {
      return -1;
    }
    List<String> lines = Files.readAllLines(STATUS);
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(-1);
  }
}
