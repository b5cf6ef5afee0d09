package com.ones1ght.adapters.persistence.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.TodoLists.ListedRound;
import com.ones1ght.application.chat.port.TodoListsContract;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.recommendation.TodoChanges.Addition;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PostgresTodoListsTest implements TodoListsContract {

    private static final int DEVICES = 12;

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Test
    void changesAtTheSameTimeAndTheRunnersSaveShouldLoseNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        PipelineSnapshot all = RunSamples.snapshotUpToStep(4);
        RunUpdate rest = new RunUpdate(two.round().absorb(all, NOW), all, RunSamples.merged(2, 4, false));

        AtOnce.on(DEVICES + 1, device -> {
            if (device == DEVICES) {
                return storage.runQueue().save(held.claim(), rest, NOW);
            }
            storage.run(() -> add(storage, started, 100 + device));
            return true;
        });

        ListedRound after = lock(storage, started);
        assertThat(Objects.requireNonNull(after.todos()).list().items()).hasSize(2 + DEVICES);
        assertThat(storage.view(started).progress().isComplete()).isTrue();
        assertThat(storage.view(started).notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
    }

    private static void add(StorageFixture storage, Started started, long id) {
        Product product = copyOfTheBag(id);
        TodoList list = Objects.requireNonNull(lock(storage, started).todos()).list();
        TodoList changed = list.changed(
                new TodoChanges(List.of(), List.of(new Addition(product.id(), 1))),
                Map.of(product.id(), product),
                RoundGuard.NONE,
                DietaryGuard.DECLARED);
        storage.todoLists().save(started.owner(), started.round().id(), changed, JsonFragment.of("{}"), NOW);
    }

    private static ListedRound lock(StorageFixture storage, Started started) {
        return storage.inTransaction(() -> storage.todoLists()
                .lock(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow());
    }

    private static Product copyOfTheBag(long id) {
        Product bag = ResultSamples.BAG;
        return new Product(
                new ProductId(id),
                bag.name(),
                null,
                null,
                null,
                bag.price(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                bag.dietary());
    }

    @Test
    void saveWithoutNewsShouldLeaveTimeAndVersionOfAChange() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        TodoListsContract.change(storage, started, NOW.plusSeconds(9));
        long version = storage.view(started).version();

        storage.runQueue().save(held.claim(), RunUpdate.withoutSteps(two.round(), two.snapshot()), NOW.plusSeconds(10));

        assertThat(storage.view(started).updatedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(storage.view(started).version()).isEqualTo(version);
    }
}
