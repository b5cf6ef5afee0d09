package com.ones1ght.adapters.rest.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.ones1ght.adapters.rest.shared.PageInfo;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.domain.credit.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the ledger. */
record LedgerReply(
        List<Entry> items, @JsonProperty("pageInfo") PageInfo pageInfo) {

    /** A change of the balance. */
    record Entry(
            long amount,
            long balanceAfter,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String roundId,

            String createdAt) {

        static Entry from(LedgerEntry entry) {
            return new Entry(
                    entry.amount(),
                    entry.balanceAfter(),
                    reason(entry),
                    entry.round() == null ? null : entry.round().toString(),
                    Timestamps.seconds(entry.createdAt()));
        }

        /** The kind for a run's entries, the operator's reason for the others. */
        private static String reason(LedgerEntry entry) {
            return entry.kind().isOfRun() ? WireWords.of(entry.kind()) : entry.note();
        }
    }

    static LedgerReply from(LedgerPage page) {
        return new LedgerReply(
                page.items().stream().map(Entry::from).toList(), PageInfo.from(page.total(), page.request()));
    }
}
