package io.tributary.local.objects;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A multipart upload under way: its parts lie in a scratch folder. Safe for several threads. */
record Upload(
    ObjectName name,
    Path folder,
    String contentType,
    Map<String, String> metadata,
    Map<Integer, Received> parts) {
  private static final long SMALLEST_PART = 5L << 20;

  static Upload of(ObjectRequest request, Path folder) {
    return new Upload(
        request.name(),
        folder,
        request.contentType(),
        request.metadata(),
        new ConcurrentHashMap<>());
  }

  /**
   * The parts that the client lists, in its order.
   *
   * @throws Refusal if one did not arrive as listed, is out of order, or too small for its place
   */
  List<Received> listed(List<Map<String, String>> records) {
    if (records.isEmpty()) {
      throw new Refusal(400, "MalformedXML", "The upload's completion lists no part.");
    }
    List<Received> listed = new ArrayList<>();
    int before = 0;
    for (Map<String, String> record : records) {
      int number = UploadOperations.partNumber(record.getOrDefault("PartNumber", ""));
      if (number <= before) {
        throw new Refusal(400, "InvalidPartOrder", "Parts must be listed in ascending order.");
      }
      if (!listed.isEmpty() && listed.get(listed.size() - 1).size() < SMALLEST_PART) {
        throw new Refusal(
            400, "EntityTooSmall", "Part " + before + " is below 5 MiB and is not the last.");
      }
      listed.add(part(number, record.getOrDefault("ETag", "")));
      before = number;
    }
    return listed;
  }

  private Received part(int number, String etag) {
    Received part = parts.get(number);
    if (part == null || !part.md5().equals(etag.replace("\"", ""))) {
      throw new Refusal(400, "InvalidPart", "Part " + number + " did not arrive as it is listed.");
    }
    return part;
  }
}
