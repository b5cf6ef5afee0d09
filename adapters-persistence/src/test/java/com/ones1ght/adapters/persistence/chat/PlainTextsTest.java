package com.ones1ght.adapters.persistence.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.port.ChatQueriesContract;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunQueueContract;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.TodoListsContract;
import com.ones1ght.application.event.port.TriggeredRoundsContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.visit.port.ChatSessionViewsContract;
import com.ones1ght.domain.chat.PipelineSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that nodes of the previous release use, where texts are in columns of their own, and one that they have left. */
class PlainTextsTest
        implements ChatQueriesContract,
                TodoListsContract,
                RunQueueContract,
                TriggeredRoundsContract,
                ChatSessionViewsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Override
    @Test
    public void whatIsNotTheOwnersIsNotFound() {
        ChatQueriesContract.super.whatIsNotTheOwnersIsNotFound();
        TriggeredRoundsContract.super.whatIsNotTheOwnersIsNotFound();
    }

    @BeforeEach
    void beUsedByThePreviousRelease() {
        execute("INSERT INTO plain_texts DEFAULT VALUES");
    }

    @AfterEach
    void bePacked() {
        execute("DELETE FROM plain_texts");
    }

    private static void execute(String text) {
        TestDatabase.shared().sql().statement(text).update();
    }

    private static boolean isPacked(Started started) {
        return TestDatabase.shared()
                .sql()
                .statement("SELECT /* all tenants */ FROM pipeline_run WHERE round_id = :round AND packed IS NOT NULL")
                .bind("round", started.round().id())
                .exists();
    }

    private static void assertComplete(StorageFixture storage, Started started) {
        RoundView view = storage.view(started);
        assertThat(view.todos()).isEqualTo(RunSamples.TODOS);
        assertThat(view.recommendedItems()).isEqualTo(RunSamples.ITEMS);
        assertThat(view.notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
        assertThat(storage.chatQueries()
                        .result(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id(),
                                started.round().id())
                        .orElseThrow()
                        .notifications())
                .isEqualTo(ResultSamples.upToStep(4).notifications());
        TenantChat chat = new ChatPersistence()
                .tenantChatQueries(TestDatabase.shared().sql())
                .chat(started.owner().tenant(), started.chat().id())
                .orElseThrow();
        assertThat(chat.runs().get(0).output()).hasSize(4);
        assertThat(chat.chat().rounds()).containsExactly(view);
    }

    @Test
    void textsShouldBePackedFromTheNextClaimOnceThePreviousReleaseIsGone() {
        StorageFixture storage = fixture();
        Started before = storage.aStartedRound();
        RunSamples.advance(storage, before, 4, NOW);
        bePacked();
        Started after = storage.aStartedRound();
        RunSamples.advance(storage, after, 4, NOW);

        assertThat(isPacked(before)).isFalse();
        assertThat(isPacked(after)).isTrue();
        assertComplete(storage, before);
        assertComplete(storage, after);
    }

    @Test
    void laterStepsMayBePackedBesideEarlierOnesThatAreNot() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        bePacked();
        Started other = storage.aStartedRound();
        RunSamples.claim(storage, other, NOW);

        PipelineSnapshot all = RunSamples.snapshotUpToStep(4);
        storage.runQueue()
                .save(
                        held.claim(),
                        new RunUpdate(two.round().absorb(all, NOW), all, RunSamples.merged(2, 4, false)),
                        NOW);

        assertThat(isPacked(started)).isTrue();
        assertComplete(storage, started);
    }

    @Test
    void damageShouldBeReportedWithTheRound() {
        bePacked();
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);
        TestDatabase.shared()
                .sql()
                .statement(
                        "UPDATE /* all tenants */ pipeline_run SET packed = set_byte(packed, 99, get_byte(packed, 99) # 4)"
                                + " WHERE round_id = :round")
                .bind("round", started.round().id())
                .update();

        assertThatThrownBy(() -> storage.view(started))
                .hasMessage("The packed texts of round " + started.round().id().value() + " are damaged");
    }

    @Test
    void listThatHasChangedShouldBeTheOnlyTextInAColumn() {
        bePacked();
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);
        TodoListsContract.change(storage, started, NOW);

        assertThat(TestDatabase.shared()
                        .sql()
                        .statement("""
                                SELECT /* all tenants */ num_nonnulls(todos, todo_result, recommended_items, recommended_result,
                                       notifications, notification_result) AS texts
                                  FROM round WHERE id = :round""")
                        .bind("round", started.round().id())
                        .<Integer>single(row -> row.integer("texts")))
                .isEqualTo(2);
        assertThat(storage.view(started).todos()).isEqualTo(DOCUMENT);
        assertThat(storage.view(started).notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
    }
}
