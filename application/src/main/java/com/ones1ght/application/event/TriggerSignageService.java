package com.ones1ght.application.event;

import com.ones1ght.application.event.SignagePassages.Passed;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes the events and the delivery in one short transaction. */
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
        return unitOfWork.inTransaction(() -> write(command, now));
    }

    private List<EventId> write(Command command, Instant now) {
        TriggeredRound round = rounds.hold(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        Passed passed = new Passed(command.passage(), command.items(), command.signageNo());
        return passages.write(command.key().tenant().code(), round, List.of(passed), command.forgotten(), now);
    }
}
