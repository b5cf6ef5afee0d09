package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Temporary profiles of some profiles in memory. */
public final class InMemoryTemporaryProfiles implements TemporaryProfiles {

    private final Map<Temporary, Instant> ends = new ConcurrentHashMap<>();
    private final Profiles profiles;

    public InMemoryTemporaryProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void add(Owner owner, ProfileId profile, Instant usableUntil) {
        if (profiles.find(owner, profile).isPresent()) {
            ends.merge(new Temporary(owner, profile), usableUntil, InMemoryTemporaryProfiles::later);
        }
    }

    @Override
    public void prolong(Owner owner, ProfileId profile, Instant usableUntil) {
        ends.computeIfPresent(new Temporary(owner, profile), (same, before) -> later(before, usableUntil));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public List<Temporary> usableBefore(Instant instant, int limit) {
        return ends.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(instant))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .filter(each -> profiles.find(each.owner(), each.profile()).isPresent())
                .limit(limit)
                .toList();
    }
}
