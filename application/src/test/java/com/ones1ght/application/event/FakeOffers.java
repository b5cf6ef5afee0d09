package com.ones1ght.application.event;

import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.OfferDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.TriggeredItem;
import java.util.List;
import java.util.Set;

/** Rounds that offer two ads, {@code ad-1} and {@code ad-2}, and know {@code known} besides. */
final class FakeOffers implements OfferDocuments {

    private static final Set<String> KNOWN = Set.of("ad-1", "ad-2", "known");

    boolean areThere = true;

    @Override
    public List<CompletedItem> ads(Offers offers) {
        return areThere ? List.of(item("ad-1", true, true), item("ad-2", true, true)) : List.of();
    }

    @Override
    public List<CompletedItem> complete(Offers offers, Kind kind, List<ToldItem> told) {
        return told.stream()
                .map(item -> item(
                        kind == Kind.RECOMMENDATION && item.recId().equals("upstream") ? "known" : item.recId(),
                        KNOWN.contains(item.recId()) || item.recId().equals("upstream"),
                        item.isDescribed()))
                .toList();
    }

    private static CompletedItem item(String recId, boolean isOfRound, boolean isDescribed) {
        return new CompletedItem(
                new TriggeredItem(recId, isOfRound, isDescribed),
                JsonFragment.of("{\"rec_id\":\"" + recId + "\"}"),
                JsonFragment.of("{}"),
                isOfRound ? "why " + recId : null);
    }
}
