package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries on the signages of a store. An entry is for one signage or for all of them; of the two that apply to a
 * signage the later one counts, even after it has ended: a replaced entry does not come back. Not thread-safe.
 */
final class Floor {

    /** A store has a handful of signages, but numbers come from clients. */
    private static final int MAX_SIGNAGES = 256;

    private final Map<Integer, Slot> own = new LinkedHashMap<>();
    private Slot everywhere = new Slot(0, null);

    /** @param order increases with each change */
    void enter(@Nullable Integer signageNo, Entry entry, long order) {
        if (signageNo == null) {
            own.clear();
            everywhere = new Slot(order, entry);
        } else {
            put(signageNo, new Slot(order, entry));
        }
    }

    /** Ends the entries of this profile, at one signage or at all; those of others remain. */
    void exit(@Nullable Integer signageNo, ProfileId profile, long order) {
        if (signageNo == null) {
            everywhere = everywhere.endedBy(profile);
            own.replaceAll((number, slot) -> slot.endedBy(profile));
        } else if (slotOf(signageNo).isOf(profile)) {
            put(signageNo, new Slot(order, null));
        }
    }

    Optional<Entry> shownAt(int signageNo, Instant now) {
        return Optional.ofNullable(slotOf(signageNo).entry()).filter(entry -> now.isBefore(entry.until()));
    }

    /** Whether all signages are idle; removes expired entries. */
    boolean isQuiet(Instant now) {
        if (!everywhere.isLive(now)) {
            own.values().removeIf(slot -> !slot.isLive(now));
        }
        return own.isEmpty() && !everywhere.isLive(now);
    }

    private Slot slotOf(int signageNo) {
        Slot slot = own.get(signageNo);
        return slot == null || slot.order() < everywhere.order() ? everywhere : slot;
    }

    private void put(int signageNo, Slot slot) {
        own.remove(signageNo);
        own.put(signageNo, slot);
        if (own.size() > MAX_SIGNAGES) {
            Iterator<Integer> oldestFirst = own.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    private record Slot(long order, @Nullable Entry entry) {

        boolean isOf(ProfileId profile) {
            return entry != null && entry.profile().equals(profile);
        }

        boolean isLive(Instant now) {
            return entry != null && now.isBefore(entry.until());
        }

        Slot endedBy(ProfileId profile) {
            return isOf(profile) ? new Slot(order, null) : this;
        }
    }
}
