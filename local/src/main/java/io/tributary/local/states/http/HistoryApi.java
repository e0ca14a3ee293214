package io.tributary.local.states.http;

import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.execution.Execution;
import io.tributary.local.states.execution.ExecutionRecord;
import io.tributary.local.states.history.History;
import io.tributary.local.states.history.HistoryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GetExecutionHistory. */
final class HistoryApi {
  private final Engine engine;
  private final ExecutionApi executions;

  HistoryApi(Engine engine, ExecutionApi executions) {
    this.engine = engine;
    this.executions = executions;
  }

  Map<String, Object> get(ApiRequest request) {
    ExecutionRecord record = executions.find(request.text("executionArn"));
    Pages pages = Pages.of(request);
    boolean newestFirst = request.flag("reverseOrder", false);
    boolean withData = request.flag("includeExecutionData", true);
    Optional<Execution> here = executions.here(record.identity().arn());
    if (here.isEmpty()) {
      return pages.cut("events", json(kept(record, newestFirst), withData));
    }
    History history = here.get().history();
    History.Order order = newestFirst ? History.Order.NEWEST_FIRST : History.Order.OLDEST_FIRST;
    List<HistoryEvent> page = history.page(pages.from(), pages.most(), order);
    return pages.answer("events", json(page, withData), history.size());
  }

  private List<HistoryEvent> kept(ExecutionRecord record, boolean newestFirst) {
    List<HistoryEvent> events = new ArrayList<>(engine.executions().keptHistory(record));
    if (newestFirst) {
      Collections.reverse(events);
    }
    return events;
  }

  private static List<Map<String, Object>> json(List<HistoryEvent> events, boolean withData) {
    return events.stream().map(event -> event.toJson(withData)).toList();
  }
}
