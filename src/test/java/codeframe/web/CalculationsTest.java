package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CalculationsTest {
    private final Calculations calculations = new Calculations(2, 1, 1);
    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        calculations.close();
        people.shutdownNow();
    }

    @Test
    void one_at_a_time_one_waits_and_the_next_is_refused_in_words() throws Exception {
        var begun = new Semaphore(0);
        var end = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        answers.add(people.submit(() -> calculations.run(() -> waiting(begun, end))));
        begun.acquire();
        answers.add(people.submit(() -> calculations.run(() -> waiting(begun, end))));
        while (calculations.waiting() == 0) {
            Thread.sleep(5);
        }
        assertThatThrownBy(() -> calculations.run(() -> "never"))
                .isInstanceOfSatisfying(Problem.Busy.class, busy -> {
                    assertThat(busy.status()).isEqualTo(503);
                    assertThat(busy.retryAfter()).hasValue(30);
                })
                .hasMessageContaining("Try again in half a minute");
        assertThat(begun.availablePermits()).as("the second has not begun").isZero();
        end.countDown();
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("done");
        }
        assertThat(calculations.<String>run(() -> "again")).isEqualTo("again");
    }

    private static String waiting(Semaphore begun, CountDownLatch end) {
        begun.release();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }

    @Test
    void its_loops_stay_in_its_threads() {
        var pools = ConcurrentHashMap.newKeySet();
        calculations.run(() -> {
            IntStream.range(0, 10_000)
                    .parallel()
                    .forEach(i -> pools.add(Thread.currentThread().getName().replaceAll("worker-.*", "")));
            return "";
        });
        assertThat(pools).hasSize(1);
        assertThat(pools.toString()).doesNotContain("common");
    }

    @Test
    void a_calculation_within_one_needs_no_turn_of_its_own() {
        assertThat(calculations.<List<String>>run(() -> calculations.run(() -> List.of("inner"))))
                .containsExactly("inner");
    }

    @Test
    void a_refusal_and_an_error_come_out_as_they_are() {
        assertThatThrownBy(() -> calculations.run(() -> {
                    throw new Problem.Invalid("No.");
                }))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> calculations.run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(calculations.<String>run(() -> "free again")).isEqualTo("free again");
    }
}
