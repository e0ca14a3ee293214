package io.tributary.local.states.tokens;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The tasks that wait for their token to come back; no thread waits with them. */
public final class TaskTokens {
  private static final Pattern SHAPE =
      Pattern.compile("task-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Clock clock;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  public TaskTokens(Clock clock) {
    this.clock = clock;
  }

  /** How a token was received. */
  public enum Reception {
    ACCEPTED,
    /** It is no token. */
    INVALID,
    /** No task of this process ever had it. */
    UNKNOWN,
    /** Its task has ended or timed out. */
    CLOSED
  }

  /** What a waiting task is told. */
  public sealed interface Answer {
    /** The task's output, JSON text. */
    record Succeeded(String output) implements Answer {}

    /** The task's error; both may be null. */
    record Failed(String error, String cause) implements Answer {}
  }

  private static final class Waiting {
    private final Consumer<Answer> listener;
    private volatile Instant lastHeartbeat;

    private Waiting(Consumer<Answer> listener, Instant now) {
      this.listener = listener;
      this.lastHeartbeat = now;
    }
  }

  /** A token of which nobody waits yet. */
  public String issue() {
    return "task-" + UUID.randomUUID();
  }

  /** Tells the listener when the token comes back. */
  public void await(String token, Consumer<Answer> listener) {
    waiting.put(token, new Waiting(listener, clock.instant()));
  }

  public Reception succeed(String token, String output) {
    Waiting task = take(token);
    if (task != null) {
      task.listener.accept(new Answer.Succeeded(output));
      return Reception.ACCEPTED;
    }
    return reasonAgainst(token);
  }

  public Reception fail(String token, String error, String cause) {
    Waiting task = take(token);
    if (task != null) {
      task.listener.accept(new Answer.Failed(error, cause));
      return Reception.ACCEPTED;
    }
    return reasonAgainst(token);
  }

  public Reception heartbeat(String token) {
    Waiting task = waiting.get(token);
    if (task != null) {
      task.lastHeartbeat = clock.instant();
      return Reception.ACCEPTED;
    }
    return reasonAgainst(token);
  }

  /** The moment of the last heartbeat, or of the beginning; for a token that still waits. */
  public Instant lastHeartbeat(String token) {
    Waiting task = waiting.get(token);
    return task == null ? clock.instant() : task.lastHeartbeat;
  }

  /** Takes the token back; false if it was answered before. */
  public boolean close(String token) {
    return take(token) != null;
  }

  private Waiting take(String token) {
    Waiting task = waiting.remove(token);
    if (task != null) {
      closed.add(token);
    }
    return task;
  }

  private Reception reasonAgainst(String token) {
    if (!SHAPE.matcher(token).matches()) {
      return Reception.INVALID;
    }
    return closed.contains(token) ? Reception.CLOSED : Reception.UNKNOWN;
  }
}
