package com.ones1ght.adapters.rest.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.credit.LedgerEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerReplyTest {

    private static final RoundId ROUND = new RoundId(new UUID(1, 1));

    @Test
    void reasonShouldBeTheKindOfARunsEntryAndTheNoteOfOneByHand() {
        List<LedgerEntry> entries = List.of(
                new LedgerEntry(Kind.GRANT, 5, 5, "bought", null, Instant.EPOCH),
                new LedgerEntry(Kind.CHARGE, -1, 4, "run", ROUND, Instant.EPOCH),
                new LedgerEntry(Kind.REFUND, 1, 5, "run", ROUND, Instant.EPOCH),
                new LedgerEntry(Kind.WITHDRAWAL, -5, 0, "expired", null, Instant.EPOCH));

        LedgerReply reply = LedgerReply.from(new LedgerPage(entries, 4, new PageRequest(0, 10, PageRequest.Order.ASC)));

        assertThat(reply.items())
                .extracting(LedgerReply.Entry::reason)
                .containsExactly("bought", "charge", "refund", "expired");
    }
}
