package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.application.shared.InMemoryState.RunRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;

/** The runs that kickoffs start, in memory. */
public final class InMemoryNewRuns implements NewRuns {

    private final InMemoryDatabase database;
    private final CreditLedger credits;

    public InMemoryNewRuns(InMemoryDatabase database, CreditLedger credits) {
        this.database = database;
        this.credits = credits;
    }

    @Override
    public void begin(Owner owner, Chat chat, Round first, NewRun run) {
        requireTransaction();
        database.with(state -> {
            Profile profile = state.profiles.get(chat.profile());
            if (profile == null || !profile.owner().equals(owner)) {
                throw new NotFoundException();
            }
            if (state.chats.containsKey(chat.id()) || state.rounds.containsKey(first.id())) {
                throw new IllegalStateException("a chat or round of this id exists");
            }
            state.chats.put(chat.id(), new ChatRow(chat.id(), owner, chat.profile(), chat.createdAt()));
            return begin(state, first, run, 0);
        });
    }

    /** Rolls back the transaction that begins a chat. */
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
                    || InMemoryChats.last(state, round.chat())
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
            state.runs.put(earlier.key(), earlier.ended(earlier.round()));
            return begin(state, round, run, earlier.token() + 1);
        });
    }

    private static RunRow begin(InMemoryState state, Round round, NewRun run, long token) {
        RunRow row = new RunRow(round, run, PipelineSnapshot.empty(), token, run.acceptedAt(), true);
        state.put(new RoundRow(round, run.guard()));
        state.runs.put(row.key(), row);
        return row;
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
