package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Cancels a round under the locks of its chat and its run, so that of a cancel, a completion and a refinement that come
 * together one wins. The answer is read before the commit: it shows the cancelled run, whatever follows.
 */
public final class CancelRoundService implements CancelRoundUseCase {

    private final Chats chats;
    private final RunCancellation cancellation;
    private final ChatQueries views;
    private final ChatSpots spots;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public CancelRoundService(
            Chats chats,
            RunCancellation cancellation,
            ChatQueries views,
            CouponSpotBoard couponSpots,
            UnitOfWork unitOfWork,
            InstantSource clock,
            DefaultStore defaultStore) {
        this.chats = chats;
        this.cancellation = cancellation;
        this.views = views;
        this.spots = new ChatSpots(couponSpots, defaultStore);
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public CompletionStage<WatchedChat> cancel(Command command) {
        ChatView cancelled = unitOfWork.inTransaction(() -> cancelled(command));
        return spots.addTo(cancelled, command.key().tenant());
    }

    private ChatView cancelled(Command command) {
        Owner owner = command.key().owner();
        chats.lock(owner, command.profile(), command.chat()).orElseThrow(NotFoundException::new);
        if (!chats.hasRound(owner, command.chat(), command.round())) {
            throw new NotFoundException();
        }
        Round running = chats.lockRunning(owner, command.chat()).stream()
                .filter(round -> round.id().equals(command.round()))
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        ErrorCode.ROUND_SETTLED, "The round has already completed or ended in error"));
        cancellation.cancel(owner, List.of(running), clock.instant());
        return views.round(owner, command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
    }
}
