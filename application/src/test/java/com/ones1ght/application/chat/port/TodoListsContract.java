package com.ones1ght.application.chat.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.TodoLists.ListedRound;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link TodoLists} does. */
public interface TodoListsContract {

    /** Tofu is in the cart, and the bag is at home. */
    TodoList CHANGED = new TodoList(List.of(
            new TodoItem(3, ResultSamples.TOFU, TodoState.PICKED), new TodoItem(1, ResultSamples.BAG, TodoState.HAVE)));

    JsonFragment DOCUMENT = JsonFragment.of("{ \"recipe_title\":\"두부찌개 🍲\",\"items\":[ {} ] }");

    StorageFixture fixture();

    private static Optional<ListedRound> lock(
            StorageFixture storage, Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        Optional<ListedRound> found = storage.todoLists().find(owner, profile, chat, round);
        assertThat(storage.inTransaction(() -> storage.todoLists().lock(owner, profile, chat, round)))
                .isEqualTo(found);
        return found;
    }

    private static ListedRound lock(StorageFixture storage, Started started) {
        return lock(
                        storage,
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow();
    }

    /** Changes the list of the round. */
    static void change(StorageFixture storage, Started started, Instant now) {
        storage.run(() -> {
            lock(storage, started);
            storage.todoLists().save(started.owner(), started.round().id(), CHANGED, DOCUMENT, now);
        });
    }

    @Test
    default void beforeStepTwoThereIsNoList() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        RunSamples.advance(storage, started, 1, NOW);

        assertThat(lock(storage, started))
                .isEqualTo(new ListedRound(0, new StoreId("store-7"), Language.KO, RunSamples.GUARD.guard(), null));
    }

    @Test
    default void stepTwoGivesTheListAndItsDocument() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        RunSamples.advance(storage, started, 2, NOW);

        TodoLists.ListedTodos todos =
                Objects.requireNonNull(lock(storage, started).todos());
        assertThat(todos.list().items()).isEqualTo(ResultSamples.upToStep(2).todos());
        assertThat(todos.document()).isEqualTo(RunSamples.TODOS);
    }

    @Test
    default void aChangedListIsReadShownAndCounted() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);
        long version = storage.view(started).version();

        change(storage, started, NOW.plusSeconds(9));

        assertThat(lock(storage, started).todos()).isEqualTo(new TodoLists.ListedTodos(CHANGED, DOCUMENT));
        RoundView view = storage.view(started);
        assertThat(view.todos()).isEqualTo(DOCUMENT);
        assertThat(view.updatedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(view.version()).isGreaterThan(version);
        assertThat(view.recommendedItems()).as("the rest stays").isEqualTo(RunSamples.ITEMS);
        assertThat(view.progress().isComplete()).isTrue();
        assertThat(storage.chatQueries()
                        .result(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id(),
                                started.round().id())
                        .orElseThrow()
                        .todos())
                .isEqualTo(CHANGED.items());
    }

    @Test
    default void theStepsThatFollowKeepAChangedList() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        change(storage, started, NOW.plusSeconds(1));

        PipelineSnapshot all = RunSamples.snapshotUpToStep(4);
        storage.runQueue()
                .save(
                        held.claim(),
                        new RunUpdate(two.round().absorb(all, NOW), all, RunSamples.merged(2, 4, false)),
                        NOW.plusSeconds(2));

        assertThat(storage.view(started).todos()).isEqualTo(DOCUMENT);
        assertThat(storage.view(started).notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
        assertThat(Objects.requireNonNull(lock(storage, started).todos()).list())
                .isEqualTo(CHANGED);
    }

    @Test
    default void aStepThatIsSavedAgainKeepsAChangedList() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        change(storage, started, NOW.plusSeconds(1));

        storage.runQueue().save(held.claim(), two, NOW.plusSeconds(2));

        assertThat(storage.view(started).todos())
                .as("the runner did not learn that its first save was committed")
                .isEqualTo(DOCUMENT);
        assertThat(Objects.requireNonNull(lock(storage, started).todos()).list())
                .isEqualTo(CHANGED);
    }

    @Test
    default void aRefinementTakesTheListAway() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, started, 4, NOW);
        change(storage, started, NOW);

        storage.aRefinement(started, completed, "again", NOW);

        assertThat(lock(storage, started).todos()).isNull();
        assertThat(lock(storage, started).run()).isEqualTo(1);
    }

    @Test
    default void theListOfSomeoneElseIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        Started otherChat = storage.aStartedRoundOf(started.profile(), NOW);
        Owner owner = started.owner();
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();

        assertThat(lock(storage, owner, profile, chat, round)).isPresent();
        assertThat(lock(storage, storage.anotherLineOf(owner.tenant()), profile, chat, round))
                .isEmpty();
        assertThat(lock(storage, new Owner(storage.aTenant().id(), owner.line()), profile, chat, round))
                .isEmpty();
        assertThat(lock(storage, owner, sibling.profile().id(), chat, round)).isEmpty();
        assertThat(lock(storage, owner, profile, otherChat.chat().id(), round)).isEmpty();
        assertThat(lock(storage, owner, profile, chat, otherChat.round().id())).isEmpty();
        assertThat(lock(storage, owner, profile, chat, new RoundId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    default void anErasedListIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(lock(
                        storage,
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id()))
                .isEmpty();
    }
}
