package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.RunObserver;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.RefundRule;
import java.time.Instant;
import java.util.List;

/**
 * Cancels runs: settles their rounds, refunds them by the {@link RefundRule}, and after the commit reports the change and
 * has the nodes that hold the runs release them. The balance comes last, since all kickoffs of the tenant wait for its lock.
 */
public final class RunCancellation {

    private final Chats chats;
    private final CreditLedger credits;
    private final UnitOfWork unitOfWork;
    private final RunnerWakeup runner;
    private final ChatChanges changes;
    private final RunObserver observer;

    public RunCancellation(
            Chats chats,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            RunnerWakeup runner,
            ChatChanges changes,
            RunObserver observer) {
        this.chats = chats;
        this.credits = credits;
        this.unitOfWork = unitOfWork;
        this.runner = runner;
        this.changes = changes;
        this.observer = observer;
    }

    /**
     * Cancels the current runs of rounds of a chat, in the caller's transaction.
     *
     * @param running rounds that the caller has from {@link Chats#lockRunning}
     */
    public void cancel(Owner owner, List<Round> running, Instant now) {
        List<Round> cancelled = running.stream()
                .map(round -> round.fail(new RunFailure.Cancelled(), now))
                .toList();
        cancelled.forEach(round -> chats.settle(owner, round));
        cancelled.stream()
                .filter(RefundRule::isRefunded)
                .forEach(round -> credits.refund(owner.tenant(), round.id(), round.run(), now));
        if (!cancelled.isEmpty()) {
            unitOfWork.afterCommit(runner::releaseEnded);
            unitOfWork.afterCommit(() -> changes.changed(cancelled.get(0).chat()));
            unitOfWork.afterCommit(() -> observer.cancelled(cancelled.size()));
        }
    }
}
