package io.tributary.local.states.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallLimitTest {
  private final CallLimit limit = new CallLimit(2);
  private final List<CompletableFuture<Integer>> begun = new ArrayList<>();

  private CompletableFuture<Integer> call() {
    return limit.run(
        () -> {
          begun.add(new CompletableFuture<>());
          return begun.get(begun.size() - 1);
        });
  }

  @Test
  void beginsTheNextWhenOneEndsInWhateverWay() {
    List<CompletableFuture<Integer>> answers = List.of(call(), call(), call(), call());
    assertThat(begun).hasSize(2);

    begun.get(0).complete(1);
    assertThat(answers.get(0)).isCompletedWithValue(1);
    assertThat(begun).hasSize(3);

    begun.get(1).completeExceptionally(new IllegalStateException("cut"));
    assertThat(answers.get(1)).isCompletedExceptionally();
    assertThat(begun).hasSize(4);

    begun.get(2).complete(3);
    begun.get(3).complete(4);
    assertThat(answers.get(3)).isCompletedWithValue(4);
    call();
    call();
    assertThat(begun).hasSize(6);
  }
}
