package io.tributary.attribution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
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
 * Brings what workers left in the object store into the warehouse: answers and outcomes, of this
 * run and of one that was killed. Objects are deleted only after the load, and loaded twice they
 * make the same rows.
 */
final class LeftBehind {
  private static final String ANSWERS = "answers";
  private static final String OUTCOMES = "outcomes";

  private final String moment;

  /**
   * @param moment names the manifests: a run loads before it sends and after
   */
  LeftBehind(String moment) {
    this.moment = moment;
  }

  /** Load, and then forget the objects. */
  List<StagePart> parts() {
    return List.of(this::load, this::forget);
  }

  private Optional<StatementBatch> load(StageContext context) {
    List<String> statements = new ArrayList<>();
    if (manifest(context, RunFolder.ANSWERS, ANSWERS)) {
      statements.add(context.render("attribution/drop_loaded_answers.sql"));
      statements.add(context.render("attribution/create_loaded_answers.sql"));
      statements.add(copy(context, "attribution/copy_answers.sql", ANSWERS));
      statements.add(context.render("attribution/delete_answers.sql"));
      statements.add(context.render("attribution/ihc_answers.sql"));
    }
    if (manifest(context, RunFolder.OUTCOMES, OUTCOMES)) {
      statements.add(context.render("attribution/drop_loaded_requests.sql"));
      statements.add(context.render("attribution/create_loaded_requests.sql"));
      statements.add(copy(context, "attribution/copy_requests.sql", OUTCOMES));
      statements.add(context.render("attribution/delete_requests.sql"));
      statements.add(context.render("attribution/attribution_requests.sql"));
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatementBatch(statements, Map.of()));
  }

  private Optional<StatementBatch> forget(StageContext context) {
    for (String what : List.of(ANSWERS, OUTCOMES)) {
      context
          .objects()
          .get(manifestKey(context, what))
          .ifPresent(
              found -> {
                ObjectNode manifest = Json.read(found.body(), ObjectNode.class);
                String root = context.objects().uri("");
                List<String> keys = new ArrayList<>();
                for (var entry : manifest.get("entries")) {
                  keys.add(entry.get("url").asText().substring(root.length()));
                }
                context.objects().deleteAll(keys);
              });
    }
    return Optional.empty();
  }

  /**
   * Writes the manifest of what there is; false where there is nothing. One that is there stands:
   * what came after it was written is not loaded by it and must not be forgotten with it.
   */
  private boolean manifest(StageContext context, String prefix, String what) {
    if (context.objects().get(manifestKey(context, what)).isPresent()) {
      return true;
    }
    List<String> keys = context.objects().list(prefix);
    if (keys.isEmpty()) {
      return false;
    }
    ObjectNode manifest = Json.MAPPER.createObjectNode();
    ArrayNode entries = manifest.putArray("entries");
    for (String key : keys) {
      entries.addObject().put("url", context.objects().uri(key)).put("mandatory", true);
    }
    context.objects().put(manifestKey(context, what), Json.bytes(manifest));
    return true;
  }

  private String copy(StageContext context, String file, String what) {
    String uri = context.objects().uri(manifestKey(context, what));
    return context.render(
        file,
        Map.of(
            "manifest", Identifiers.uri(uri),
            "role", context.warehouse().target().roleClause()));
  }

  private String manifestKey(StageContext context, String what) {
    return context.folder().prefix() + "manifests/" + what + "-" + moment + ".json";
  }
}
