package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.application.profile.port.TemporaryProfiles.Temporary;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Erases temporary profiles from time to time, as their shoppers could; any node does it for all. */
public final class ExpiredProfiles {

    private static final System.Logger LOG = System.getLogger(ExpiredProfiles.class.getName());
    private static final int BATCH = 100;

    private final TemporaryProfiles temporary;
    private final Profiles profiles;
    private final UnitOfWork unitOfWork;
    private final ErasedProfiles erased;
    private final InstantSource clock;
    private final Duration kept;
    private final BackgroundTask erasing;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param kept how long a profile is kept after the end of its last token
     */
    public ExpiredProfiles(
            TemporaryProfiles temporary,
            Profiles profiles,
            UnitOfWork unitOfWork,
            ErasedProfiles erased,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Duration kept,
            Duration tick) {
        Require.that(!kept.isNegative(), "ones1ght.demo.keep", "not be negative");
        this.temporary = temporary;
        this.profiles = profiles;
        this.unitOfWork = unitOfWork;
        this.erased = erased;
        this.clock = clock;
        this.kept = kept;
        this.erasing = new BackgroundTask("Erasing profiles of the demonstration", this::erase, executor, timer, tick);
    }

    /** Begins to erase. */
    public void start() {
        erasing.start();
    }

    /** Erases no more. */
    public void stop() {
        erasing.stop();
    }

    private void erase() {
        List<Temporary> expired;
        int count = 0;
        do {
            expired = temporary.usableBefore(clock.instant().minus(kept), BATCH);
            for (Temporary each : expired) {
                erase(each);
            }
            count += expired.size();
        } while (expired.size() == BATCH);
        if (count > 0) {
            LOG.log(System.Logger.Level.INFO, "Erased {0} profiles whose demo sessions have ended", count);
        }
    }

    private void erase(Temporary expired) {
        unitOfWork.inTransaction(() -> {
            // Nothing is left to erase if another node was faster.
            List<ChatId> chats = profiles.erase(expired.owner(), expired.profile(), clock.instant());
            unitOfWork.afterCommit(() -> erased.announceErased(chats));
            return chats;
        });
    }
}
