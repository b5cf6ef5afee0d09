package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageForwarderContract;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;

class SignageHubContractTest implements SignageForwarderContract {

    private static final int SCREENS = 8;

    private final Stage stage = new Stage();
    private final Map<Integer, List<UUID>> seen = new ConcurrentHashMap<>();

    /** Reads every screen when one may have changed, as a page does. */
    @BeforeEach
    void watch() {
        stage.hub.listen(store -> {
            for (int number = 1; number <= SCREENS; number++) {
                look(number);
            }
        });
    }

    private void look(int number) {
        List<UUID> here = seen.computeIfAbsent(number, first -> new ArrayList<>());
        synchronized (here) {
            UUID shown = shownAt(number);
            if (shown != null && (here.isEmpty() || !here.get(here.size() - 1).equals(shown))) {
                here.add(shown);
            }
        }
    }

    private UUID shownAt(int number) {
        Showing showing = stage.hub.showing(new Screen(Stage.STORE, number));
        ShownProduct product = null;
        if (showing instanceof Showing.Card card) {
            product = card.product();
        } else if (showing instanceof Showing.Sections sections) {
            product = sections.offer();
        }
        return product == null ? null : UUID.fromString(product.name().ko());
    }

    @Override
    public SignageForwarder forwarder() {
        return stage.hub;
    }

    @Override
    public List<SignageForwarder> forwardersWithoutBackend() {
        return List.of();
    }

    @Override
    public StoreId store() {
        return Stage.STORE;
    }

    @Override
    public Instant now() {
        return stage.clock.instant();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }

    @Override
    public List<UUID> takenBy(int signageNo) {
        return List.copyOf(seen.getOrDefault(signageNo, List.of()));
    }
}
