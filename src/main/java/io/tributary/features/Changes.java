package io.tributary.features;

import io.tributary.run.StageContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the as-of moments at which what is made of a profile's rows may change; what is made
 * there holds until the next one, so that no row is joined to every moment.
 *
 * @param rows what features take of the source
 * @param windows the days after which a row leaves one; none where all rows count for ever
 */
record Changes(RowsTable rows, Collection<Integer> windows) {
  Changes {
    windows = List.copyOf(windows);
  }

  String table() {
    return rows.name() + (windows.isEmpty() ? "_changes" : "_window_changes");
  }

  /** Makes and fills the table. */
  List<String> statements(StageContext context, AsOfMoments moments) {
    Map<String, Object> names = new HashMap<>();
    names.put("changes", table());
    names.put("rows", rows.name());
    names.put("windows", windows);
    names.put("after", moments.size() + 1);
    return List.of(
        context.render("features/create_int_feature_changes.sql", names),
        context.render("features/int_feature_changes.sql", names));
  }
}
