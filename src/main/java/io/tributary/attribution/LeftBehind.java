package io.tributary.attribution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.objects.StoredObject;
import io.tributary.run.RunFolder;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings what workers left in the object store into the warehouse: the results of requests, of this
 * run and of one that was killed. Objects are deleted only after the load, and loaded twice they
 * make the same rows.
 */
final class LeftBehind {
  private final String moment;

  /**
   * @param moment names the manifests: a run loads before it sends, and after or when it is stopped
   */
  LeftBehind(String moment) {
    this.moment = moment;
  }

  /** Load, and then forget the objects. */
  List<StagePart> parts() {
    return List.of(this::load, this::forget);
  }

  private Optional<StatementBatch> load(StageContext context) {
    if (!manifest(context)) {
      return Optional.empty();
    }
    String uri = context.objects().uri(manifestKey(context));
    Map<String, String> source =
        Map.of(
            "manifest", Identifiers.uri(uri),
            "role", context.warehouse().target().roleClause());
    return Optional.of(
        new StatementBatch(
            List.of(
                context.render("attribution/drop_loaded_results.sql"),
                context.render("attribution/create_loaded_results.sql"),
                context.render("attribution/copy_results.sql", source),
                context.render("attribution/delete_answers.sql"),
                context.render("attribution/ihc_answers.sql"),
                context.render("attribution/delete_requests.sql"),
                context.render("attribution/attribution_requests.sql")),
            Map.of()));
  }

  private Optional<StatementBatch> forget(StageContext context) {
    context.objects().get(manifestKey(context)).ifPresent(found -> delete(context, found));
    return Optional.empty();
  }

  private static void delete(StageContext context, StoredObject manifest) {
    String root = context.objects().uri("");
    List<String> keys = new ArrayList<>();
    for (var entry : Json.read(manifest.body(), ObjectNode.class).get("entries")) {
      keys.add(entry.get("url").asText().substring(root.length()));
    }
    context.objects().deleteAll(keys);
  }

  /**
   * Writes the manifest of what there is; false where there is nothing. One that is there stands:
   * what came after it was written is not loaded by it and must not be forgotten with it.
   */
  private boolean manifest(StageContext context) {
    if (context.objects().get(manifestKey(context)).isPresent()) {
      return true;
    }
    List<String> keys = context.objects().list(RunFolder.RESULTS);
    if (keys.isEmpty()) {
      return false;
    }
    ObjectNode manifest = Json.MAPPER.createObjectNode();
    ArrayNode entries = manifest.putArray("entries");
    for (String key : keys) {
      entries.addObject().put("url", context.objects().uri(key)).put("mandatory", true);
    }
    context.objects().put(manifestKey(context), Json.bytes(manifest));
    return true;
  }

  private String manifestKey(StageContext context) {
    return context.folder().prefix() + "manifests/results-" + moment + ".json";
  }
}
