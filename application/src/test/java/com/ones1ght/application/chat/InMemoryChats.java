package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.application.shared.InMemoryState.RunRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Conversations in memory. */
public final class InMemoryChats implements Chats {

    private final InMemoryDatabase database;
    private final CreditLedger credits;

    public InMemoryChats(InMemoryDatabase database, CreditLedger credits) {
        this.database = database;
        this.credits = credits;
    }

    @Override
    public Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat) {
        requireTransaction();
        return database.with(state -> Optional.ofNullable(state.chats.get(chat))
                .filter(row -> row.owner().equals(owner) && row.profile().equals(profile))
                .map(row -> new Chat(row.id(), row.profile(), last(state, chat).orElse(null), row.createdAt())));
    }

    private static Optional<Round> last(InMemoryState state, ChatId chat) {
        return state.rounds.values().stream()
                .map(RoundRow::round)
                .filter(round -> round.chat().equals(chat))
                .max(Comparator.comparingInt(Round::number));
    }

    @Override
    public boolean hasRound(ChatId chat, RoundId round) {
        return database.with(state -> {
            RoundRow row = state.rounds.get(round);
            return row != null && row.round().chat().equals(chat);
        });
    }

    @Override
    public void begin(Owner owner, Chat chat, Round first, NewRun run) {
        requireTransaction();
        database.with(state -> {
            Profile profile = state.profiles.get(chat.profile());
            if (profile == null || !profile.owner().equals(owner)) {
                throw new NotFoundException();
            }
            state.chats.put(chat.id(), new ChatRow(chat.id(), owner, chat.profile(), chat.createdAt()));
            return begin(state, first, run, 0);
        });
    }

    /** Rolls the transaction of a beginning back. */
    private static final class Refused extends RuntimeException {

        private final transient Beginning why;

        Refused(Beginning why) {
            this.why = why;
        }
    }

    @Override
    public Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {
        try {
            return database.inTransaction(() -> database.with(state -> {
                Profile profile = state.profiles.get(chat.profile());
                if (profile == null || !profile.owner().equals(owner)) {
                    throw new Refused(Beginning.PROFILE_MISSING);
                }
                if (!credits.charge(owner.tenant(), charge, run.acceptedAt())) {
                    throw new Refused(Beginning.NOT_ENOUGH_CREDIT);
                }
                begin(owner, chat, first, run);
                return Beginning.BEGUN;
            }));
        } catch (Refused refused) {
            return refused.why;
        }
    }

    @Override
    public void addRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        requireTransaction();
        database.with(state -> {
            if (state.rounds.containsKey(round.id())
                    || last(state, round.chat())
                            .filter(last -> last.number() >= round.number())
                            .isPresent()) {
                throw new IllegalStateException("a round of this id or number exists");
            }
            return begin(state, round, run, 0);
        });
    }

    @Override
    public void restartRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        requireTransaction();
        database.with(state -> {
            RunRow earlier = state.runs.get(new RunKey(round.id(), round.run() - 1));
            state.runs.put(earlier.key(), ended(earlier, earlier.round()));
            return begin(state, round, run, earlier.token() + 1);
        });
    }

    @Override
    public List<Round> lockRunning(Owner owner, ChatId chat) {
        requireTransaction();
        return database.with(state -> state.runs.values().stream()
                .filter(RunRow::open)
                .filter(run -> run.round().chat().equals(chat) && isOf(owner.tenant(), state, chat))
                .map(run -> state.rounds.get(run.round().id()).round())
                .sorted(Comparator.comparingInt(Round::number))
                .toList());
    }

    private static boolean isOf(TenantId tenant, InMemoryState state, ChatId chat) {
        ChatRow row = state.chats.get(chat);
        return row != null && row.owner().tenant().equals(tenant);
    }

    @Override
    public void settle(Owner owner, Round ended) {
        requireTransaction();
        database.with(state -> {
            RunRow run = state.runs.get(new RunKey(ended.id(), ended.run()));
            if (run == null || !run.open() || !isOf(owner.tenant(), state, ended.chat())) {
                throw new IllegalStateException("this run is not under way");
            }
            state.runs.put(run.key(), ended(run, ended));
            return state.rounds.put(ended.id(), state.rounds.get(ended.id()).with(ended));
        });
    }

    private static RunRow ended(RunRow run, Round round) {
        return new RunRow(round, run.run(), run.snapshot(), run.token() + 1, run.dueAt(), false);
    }

    private static RunRow begin(InMemoryState state, Round round, NewRun run, long token) {
        RunRow row = new RunRow(round, run, PipelineSnapshot.empty(), token, run.acceptedAt(), true);
        state.rounds.put(round.id(), new RoundRow(round));
        state.runs.put(row.key(), row);
        return row;
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
