package com.ones1ght.adapters.persistence.event;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.event.port.EventSamples;
import com.ones1ght.application.event.port.SignageOutboxContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class PostgresSignageOutboxTest implements SignageOutboxContract {

    private static final int WAITING = 500;

    /** The rows and loops of a plan node that reads the table. */
    private static final Pattern READ =
            Pattern.compile("Scan .*signage_outbox.*\\(actual .*rows=(\\d+)[.\\d]* loops=(\\d+)\\)");

    private static final Pattern DISCARDED = Pattern.compile("Rows Removed by (?:Join )?Filter: (\\d+)");

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @DisabledIfSystemProperty(
            named = "ones1ght.test.partitions",
            matches = ".+",
            disabledReason = "Reads each partition")
    @Test
    void claimShouldReadOnlyTheFirstDeliveryOfEachProfile() {
        StorageFixture storage = fixture();
        List<Started> shoppers = List.of(storage.aStartedRound(), storage.aStartedRound());
        storage.run(() -> {
            for (int i = 0; i < WAITING; i++) {
                for (Started shopper : shoppers) {
                    storage.signageOutbox()
                            .append(shopper.owner().tenant(), EventSamples.trigger(shopper, NOW), null, NOW);
                }
            }
        });
        TestDatabase.shared().sql().statement("ANALYZE signage_outbox").update();

        List<String> plan = TestDatabase.shared()
                .sql()
                .statement("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + SqlSignageOutbox.CLAIM)
                .bind("limit", 32)
                .bind("now", NOW)
                .bind("leaseUntil", NOW)
                .list(row -> row.text("QUERY PLAN"));

        long read = plan.stream()
                .flatMap(line -> READ.matcher(line).results())
                .mapToLong(node -> Long.parseLong(node.group(1)) * Long.parseLong(node.group(2)))
                .sum();
        long discarded = plan.stream()
                .flatMap(line -> DISCARDED.matcher(line).results())
                .mapToLong(node -> Long.parseLong(node.group(1)))
                .sum();
        assertThat(read).as(String.join("\n", plan)).isBetween(2L, 20L);
        assertThat(discarded).as(String.join("\n", plan)).isLessThan(20);
    }
}
