package com.ones1ght.application.event;

import com.ones1ght.application.event.SignagePassages.Passed;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.event.port.ShopperPositions.LastSeen;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.SignageBoard;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Geofence;
import com.ones1ght.domain.store.Geofence.Movement;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.store.Whereabouts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Most positions change nothing and cost one read. Only when one seems to change something does a transaction lock the
 * shopper's whereabouts and decide again, so that of two positions at once, on two nodes, one enters.
 */
public final class TriggerPositionService implements TriggerPositionUseCase {

    private static final Geofence GEOFENCE = Geofence.FOR_UWB;

    private final ShopperPositions positions;
    private final SignageBoard board;
    private final TriggeredRounds rounds;
    private final SignagePassages passages;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final DefaultStore defaultStore;

    public TriggerPositionService(
            ShopperPositions positions,
            SignageBoard board,
            TriggeredRounds rounds,
            SignagePassages passages,
            UnitOfWork unitOfWork,
            InstantSource clock,
            DefaultStore defaultStore) {
        this.positions = positions;
        this.board = board;
        this.rounds = rounds;
        this.passages = passages;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.defaultStore = defaultStore;
    }

    @Override
    public CompletionStage<Moved> move(Command command) {
        LastSeen seen = positions
                .find(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        StoreId store = defaultStore.unless(seen.store());
        return board.signages(store)
                .thenApply(found -> found.map(signages -> move(command, store, signages, seen.whereabouts()))
                        .orElse(Moved.NOT));
    }

    private Moved move(Command command, StoreId store, List<Signage> signages, @Nullable Whereabouts whereabouts) {
        Instant now = clock.instant();
        Set<Integer> near = whereabouts == null ? Set.of() : whereabouts.nearIn(store, now);
        if (movement(command, near, signages).isChange()) {
            return unitOfWork.inTransaction(() -> pass(command, store, signages, now));
        }
        if (whereabouts != null && !near.isEmpty() && whereabouts.isNoteDue(now)) {
            positions.note(command.key().tenant().id(), command.profile(), now);
        }
        return Moved.NOT;
    }

    private Moved pass(Command command, StoreId store, List<Signage> signages, Instant now) {
        TriggeredRound round = rounds.hold(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        if (!defaultStore.unless(round.store()).equals(store)) {
            // The profile has just been moved to another store: the position was measured in neither for certain.
            return Moved.NOT;
        }
        Whereabouts before = positions.lock(round.tenant(), round.profile(), store, now);
        Movement movement = movement(command, before.nearIn(store, now), signages);
        if (!movement.isChange()) {
            return Moved.NOT;
        }
        positions.save(round.tenant(), round.profile(), new Whereabouts(store, movement.near(), now));
        List<Passed> passed = Stream.concat(
                        movement.left().stream().map(number -> new Passed(Passage.EXIT, List.of(), number)),
                        movement.entered().stream().map(number -> new Passed(Passage.ENTER, List.of(), number)))
                .toList();
        List<EventId> events = passages.write(command.key().tenant().code(), round, passed, command.forgotten(), now);
        return new Moved(movement.entered(), movement.left(), events);
    }

    private static Movement movement(Command command, Set<Integer> near, List<Signage> signages) {
        return GEOFENCE.move(near, command.position(), command.accuracy(), signages);
    }
}
