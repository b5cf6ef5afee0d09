package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedCallsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** The first group takes until the test lets it end. */
    private GroupedCalls<Integer> calls(Function<List<Integer>, Collection<Integer>> execution) {
        return new GroupedCalls<>(group -> {
            groups.add(group);
            if (groups.size() == 1) {
                awaitTheEnd();
                return group;
            }
            return execution.apply(group);
        });
    }

    private void awaitTheEnd() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Boolean> call(GroupedCalls<Integer> calls, int subject) {
        return CompletableFuture.supplyAsync(() -> calls.call(subject), threads);
    }

    /** One that is being executed, and three that have come meanwhile. */
    private List<CompletableFuture<Boolean>> fourCalls(GroupedCalls<Integer> calls) {
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        results.add(call(calls, 0));
        await().until(() -> groups.size() == 1);
        IntStream.rangeClosed(1, 3).forEach(subject -> results.add(call(calls, subject)));
        await().until(() -> calls.waiting() == 3);
        firstMayEnd.countDown();
        return results;
    }

    @Test
    void callsThatCameMeanwhileShouldBeOneGroup() {
        List<CompletableFuture<Boolean>> results = fourCalls(calls(group -> group));

        assertThat(results).allSatisfy(result -> assertThat(result.join()).isTrue());
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).containsExactly(0);
        assertThat(groups.get(1)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void callsThatTheGroupHasLeftOutShouldBeDoneAlone() {
        List<CompletableFuture<Boolean>> results = fourCalls(calls(group -> List.of(2)));

        assertThat(results.stream().map(CompletableFuture::join)).containsExactly(true, false, true, false);
    }

    @Test
    void failureOfOneShouldLeaveEachToItself() {
        List<CompletableFuture<Boolean>> results = fourCalls(calls(group -> {
            throw new IllegalStateException("One of them");
        }));

        assertThat(results.stream().map(CompletableFuture::join)).containsExactly(true, false, false, false);
    }

    /** Done alone as well, it might be done twice. */
    @Test
    void lostConnectionShouldFailAll() {
        List<CompletableFuture<Boolean>> results = fourCalls(calls(group -> {
            throw new StorageUnavailableException("Gone", new IllegalStateException());
        }));

        assertThat(results.get(0).join()).isTrue();
        assertThat(results.subList(1, 4)).allSatisfy(result -> assertThatThrownBy(result::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageUnavailableException.class));
    }

    @Test
    void hangingGroupShouldNotHoldUpThoseWhichAreNotInIt() {
        GroupedCalls<Integer> calls = calls(group -> group);
        CompletableFuture<Boolean> hanging = call(calls, 0);
        await().until(() -> groups.size() == 1);

        assertThat(calls.call(1)).isFalse();
        long later = System.nanoTime();
        assertThat(calls.call(2)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - later))
                .as("whoever comes later knows it already")
                .isLessThan(Duration.ofSeconds(1));

        assertThat(hanging).isNotDone();
        firstMayEnd.countDown();
        assertThat(hanging.join()).isTrue();
    }

    @Test
    void callsShouldBeExecutedInTheOrderOfTheirArrivalAndInGroupsOfAtMost64() {
        GroupedCalls<Integer> calls = calls(group -> group);
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        results.add(call(calls, 0));
        await().until(() -> groups.size() == 1);
        for (int subject = 1; subject <= 70; subject++) {
            int before = subject;
            results.add(call(calls, subject));
            await().pollInterval(Duration.ofMillis(1)).until(() -> calls.waiting() == before);
        }
        firstMayEnd.countDown();

        assertThat(results).allSatisfy(result -> assertThat(result.join()).isTrue());
        assertThat(groups)
                .containsExactly(
                        List.of(0),
                        IntStream.rangeClosed(1, 64).boxed().toList(),
                        IntStream.rangeClosed(65, 70).boxed().toList());
    }

    @Test
    void errorShouldLeaveEachToItselfAndTheNextOneATurn() {
        GroupedCalls<Integer> calls = calls(group -> {
            if (group.size() > 1) {
                throw new StackOverflowError();
            }
            return group;
        });

        assertThat(fourCalls(calls).stream().map(CompletableFuture::join)).containsExactly(true, false, false, false);

        assertThat(calls.call(4)).isTrue();
    }

    @Test
    void callThatIsInterruptedWhileItWaitsShouldBeLeftOut() throws Exception {
        GroupedCalls<Integer> calls = calls(group -> group);
        CompletableFuture<Boolean> first = call(calls, 0);
        await().until(() -> groups.size() == 1);
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            boolean isDone = calls.call(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return isDone;
        });
        Thread thread = new Thread(interrupted);
        thread.start();
        await().until(() -> calls.waiting() == 1);
        CompletableFuture<Boolean> next = call(calls, 2);
        await().until(() -> calls.waiting() == 2);

        thread.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        firstMayEnd.countDown();
        assertThat(first.join()).isTrue();
        assertThat(next.join()).isTrue();
        assertThat(groups).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void interruptedThreadShouldNotExecuteForOthers() throws Exception {
        GroupedCalls<Integer> calls = new GroupedCalls<>(group -> {
            groups.add(group);
            return group;
        });
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> calls.call(0));
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            interrupted.run();
        });

        thread.start();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(groups).isEmpty();
        assertThat(calls.call(1)).isTrue();
    }

    /** Its thread was interrupted while it waited for a connection, so nothing was done. */
    @Test
    void groupWithoutAConnectionBecauseOfAnInterruptionShouldLeaveEachToItself() {
        List<CompletableFuture<Boolean>> results = fourCalls(calls(group -> {
            throw new StorageUnavailableException("Interrupted", new InterruptedException());
        }));

        assertThat(results.stream().map(CompletableFuture::join)).containsExactly(true, false, false, false);
    }
}
