package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.executions.Executions;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import io.tributary.objects.ObjectStore;
import io.tributary.step.Figures;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends the requests that no worker could attribute: keeps the body, the outcome and whatever was
 * paid, and fails the waiting task. A message that it cannot read goes back and is parked.
 */
public final class FailRequestStep implements Step<QueueEvent, QueueAnswer> {
  private final ObjectStore objects;
  private final Executions executions;
  private final Claims claims;
  private final RequestBodies bodies;
  private final Results results;

  public FailRequestStep(ObjectStore objects, Executions executions, Clock clock) {
    this.objects = objects;
    this.executions = executions;
    this.claims = new Claims(objects, clock);
    this.bodies = new RequestBodies(objects);
    this.results = new Results(objects);
  }

  @Override
  public String name() {
    return "fail-request";
  }

  @Override
  public Class<QueueEvent> inputType() {
    return QueueEvent.class;
  }

  @Override
  public QueueAnswer run(QueueEvent event, Invocation invocation) {
    List<QueueAnswer.Failure> unreadable = new ArrayList<>();
    for (QueueEvent.Message message : event.records()) {
      Optional<RequestMessage> request = RequestMessage.of(message.body());
      if (request.isPresent()) {
        end(request.get(), invocation.figures());
      } else {
        unreadable.add(new QueueAnswer.Failure(message.messageId()));
      }
    }
    return new QueueAnswer(unreadable);
  }

  private void end(RequestMessage request, Figures figures) {
    if (results.find(request).filter(Kept::isPaid).isPresent()) {
      executions.succeed(request.taskToken(), AttributeStep.output(request));
      return;
    }
    bodies
        .bytes(request)
        .ifPresent(body -> objects.put(request.folder().deadLetter(request.request()), body));
    Claim claim = claims.find(request).orElse(Claim.first("nobody", Instant.EPOCH));
    Progress progress = new Progress(claim);
    results.store(request, progress, figures);
    executions.fail(
        request.taskToken(),
        new PermanentException(ErrorCode.SERVICE_UNREACHABLE, sentence(request, progress)));
  }

  private static String sentence(RequestMessage request, Progress progress) {
    String last = progress.problem().isEmpty() ? "" : " Last: " + progress.problem();
    return "All tries for " + request + " are used up." + last;
  }
}
