package com.ones1ght.application.event;

import com.ones1ght.application.event.SignagePassages.Passed;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes the events and the delivery, and tells of them after the commit. They are made of the round as it was found last, and
 * written only while the round is still the same; otherwise in a short transaction, which holds the round.
 */
public final class TriggerSignageService implements TriggerSignageUseCase {

    private final TriggeredRounds rounds;
    private final SignagePassages passages;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public TriggerSignageService(
            TriggeredRounds rounds, SignagePassages passages, UnitOfWork unitOfWork, InstantSource clock) {
        this.rounds = rounds;
        this.passages = passages;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public List<EventId> trigger(Command command) {
        Instant now = clock.instant();
        return writeAsFoundLast(command, now).orElseGet(() -> unitOfWork.inTransaction(() -> write(command, now)));
    }

    private Optional<List<EventId>> writeAsFoundLast(Command command, Instant now) {
        try {
            return rounds.lastFound(command.key().owner(), command.profile(), command.chat(), command.round())
                    .flatMap(round -> passages.writeWhileSame(
                            command.key().tenant().code(), round, passed(command), command.forgotten(), now));
        } catch (NotFoundException e) {
            // The round as it is now may have the items.
            return Optional.empty();
        }
    }

    private List<EventId> write(Command command, Instant now) {
        TriggeredRound round = rounds.hold(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        return passages.write(command.key().tenant().code(), round, List.of(passed(command)), command.forgotten(), now);
    }

    private static Passed passed(Command command) {
        return new Passed(command.passage(), command.items(), command.signageNo());
    }
}
