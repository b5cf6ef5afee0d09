package com.ones1ght.application.signage.port;

import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Signages of one store that only write down what they are told; they can be made unavailable. */
public final class FakeSignageForwarder implements SignageForwarder {

    private final StoreId store;
    private final Set<UUID> seen = new HashSet<>();
    private final List<SignageTrigger> taken = new ArrayList<>();
    private @Nullable SignageUnavailableException absence;
    private int calls;

    public FakeSignageForwarder(StoreId store) {
        this.store = store;
    }

    /** From now on every trigger fails. */
    public void goAway() {
        goAway(null);
    }

    /** The same, and the signages ask to be left alone for a while. */
    public synchronized void goAway(@Nullable Duration retryAfter) {
        absence = new SignageUnavailableException("the fake signages are away", retryAfter, null);
    }

    public synchronized void comeBack() {
        absence = null;
    }

    /** How many triggers came, failed ones and those that came before included. */
    public synchronized int calls() {
        return calls;
    }

    /** What has been taken, in the order in which it came, each delivery once. */
    public synchronized List<SignageTrigger> taken() {
        return List.copyOf(taken);
    }

    @Override
    public synchronized CompletionStage<Void> forward(SignageTrigger trigger) {
        calls++;
        if (absence != null) {
            return CompletableFuture.failedFuture(absence);
        }
        if (!store.equals(trigger.store())) {
            return CompletableFuture.failedFuture(
                    new SignageUnavailableException("the fake signages are of another store", null, null));
        }
        if (seen.add(trigger.deliveryId())) {
            taken.add(trigger);
        }
        return CompletableFuture.completedFuture(null);
    }

    /** The deliveries of shoppers who came near this signage. */
    synchronized List<UUID> comersAt(int signageNo) {
        return taken.stream()
                .filter(trigger -> trigger.passage() == Passage.ENTER)
                .filter(trigger -> trigger.signageNo() == null || trigger.signageNo() == signageNo)
                .map(SignageTrigger::deliveryId)
                .toList();
    }
}
