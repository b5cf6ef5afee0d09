package com.ones1ght.adapters.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Random histories are reported as a recount of them in Java, whatever of them has been rolled up or erased. */
class SqlAnalyticsRollUpTest {

    private static final Instant START = Instant.parse("2026-03-28T22:00:00Z");
    private static final int ACTIONS = 150;
    private static final Restriction EGG = new Restriction.AvoidedAllergen(Allergen.EGG);

    /** Whose midnights are whole, half and quarter hours in UTC; the first changes its clocks during the history. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Seoul"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Kathmandu"));

    private final TestDatabase database = TestDatabase.shared();
    private final Sql sql = database.sql();
    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();
    private final SqlAnalyticsQueries reports = new SqlAnalyticsQueries(sql);
    private final SqlAnalyticsRollUp rollUp = new SqlAnalyticsRollUp(sql, database);
    private final Owner owner = storage.anOwner();
    private final TenantId tenant = owner.tenant();
    private final List<SampleRound> rounds = new ArrayList<>();
    private final List<SampleEvent> events = new ArrayList<>();
    private Random random = new Random(0);
    private Instant now = START;

    /** A run's acceptance, and the ends of its steps. */
    private record SampleRun(Instant at, List<Instant> steps) {

        long millis(PipelineStep step) {
            int index = step.ordinal();
            return Duration.between(index == 0 ? at : steps.get(index - 1), steps.get(index))
                    .toMillis();
        }
    }

    private static final class SampleRound {
        private final Instant at;
        private final List<SampleRun> runs = new ArrayList<>();
        private Started started;
        private Round state;
        private boolean isErased;
        private int withheld;

        SampleRound(Started started, Instant at) {
            this.at = at;
            restart(started, at);
        }

        void restart(Started again, Instant now) {
            started = again;
            state = again.round();
            withheld = 0;
            runs.add(new SampleRun(now, new ArrayList<>()));
        }

        boolean isRunning() {
            return !isErased && !state.state().isSettled();
        }

        boolean isError() {
            return state.failure() != null;
        }

        List<Instant> steps() {
            return runs.get(runs.size() - 1).steps();
        }
    }

    private record SampleEvent(Instant at, String coupon, EventType type, String item) {}

    private Optional<SampleRound> any(Predicate<SampleRound> which) {
        List<SampleRound> found = rounds.stream().filter(which).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private void act() {
        now = now.plusMillis(random.nextInt(3_600_000));
        switch (random.nextInt(12)) {
            case 0, 1 -> rounds.add(new SampleRound(storage.aStartedRoundOf(storage.aProfileOf(owner), now), now));
            case 2, 3 -> any(SampleRound::isRunning).ifPresent(this::advance);
            case 4 -> any(SampleRound::isRunning).ifPresent(this::fail);
            case 5 -> any(SampleRound::isRunning).ifPresent(this::withhold);
            case 6 ->
                any(round -> !round.isErased && (round.steps().size() >= 2 || round.isError()))
                        .filter(round -> round.runs.size() < 5)
                        .ifPresent(this::refine);
            case 7 -> any(round -> !round.isErased && random.nextInt(3) == 0).ifPresent(this::erase);
            case 8 -> rollUpAtOnce();
            case 9 -> rollUpInVain();
            default -> any(round -> !round.isErased).ifPresent(this::trigger);
        }
    }

    private void advance(SampleRound round) {
        int steps = round.steps().size() + 1 + random.nextInt(4 - round.steps().size());
        round.state = RunSamples.advance(storage, round.started, steps, now);
        while (round.steps().size() < steps) {
            round.steps().add(now);
        }
    }

    private void fail(SampleRound round) {
        ClaimedRun claimed = RunSamples.claim(storage, round.started, now);
        RunUpdate update = RunSamples.failed(claimed.round(), new RunFailure.SessionExpired(), now);
        assertThat(storage.runQueue().save(claimed.claim(), update, now)).isTrue();
        round.state = update.round();
    }

    private void withhold(SampleRound round) {
        round.withheld = 1 + random.nextInt(3);
        String eggs = "{\"list\":\"TODOS\",\"because\":[\"allergen:egg\"]},".repeat(round.withheld);
        sql.statement("UPDATE /* all tenants */ round SET guard_result = :guard WHERE id = :round")
                .bind(
                        "guard",
                        "{\"restrictions\":[],\"unknown\":[],\"unmet\":[],\"withheld\":[" + eggs
                                + "{\"list\":\"INGREDIENTS\",\"because\":[\"allergen:egg\"]}]}")
                .bind("round", round.started.round().id())
                .update();
    }

    private void refine(SampleRound round) {
        round.restart(storage.aRefinement(round.started, round.state, "another", now), now);
    }

    private void erase(SampleRound round) {
        storage.run(
                () -> storage.profiles().erase(owner, round.started.profile().id(), now));
        round.isErased = true;
    }

    private void trigger(SampleRound round) {
        EventType type = EventType.values()[random.nextInt(EventType.values().length)];
        String recId = "rec-" + random.nextInt(3);
        String item = String.valueOf(random.nextInt(20));
        String payload = "{\"item_id\":%s,\"item_name\":\"item %s\"}".formatted(item, item);
        Event event = new Event(
                new EventId(UUID.randomUUID()),
                tenant,
                round.started.profile().id(),
                round.started.chat().id(),
                round.started.round().id(),
                recId,
                type,
                payload,
                null,
                payload,
                null,
                now);
        storage.run(() -> storage.eventLog().append(tenant, List.of(event), now));
        events.add(new SampleEvent(now, round.started.round().id() + recId, type, item));
    }

    private void rollUpAtOnce() {
        AtOnce.on(2, node -> rollUp.rollUp(tenant));
    }

    /** As when the node ends before the commit. */
    private void rollUpInVain() {
        assertThatThrownBy(() -> storage.run(() -> {
                    rollUp.rollUp(tenant);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
    }

    private Period aPeriod() {
        Instant from = START.plusMillis(
                random.nextInt((int) Duration.between(START, now).toMillis()));
        Instant to = from.plusMillis(1 + random.nextLong(Duration.ofDays(4).toMillis()));
        return random.nextBoolean()
                ? new Period(from, to)
                : new Period(midnight(from), midnight(to).plus(Duration.ofDays(1)));
    }

    private Instant midnight(Instant instant) {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private Figures recount(Predicate<Instant> when) {
        List<SampleRound> created =
                rounds.stream().filter(round -> when.test(round.at)).toList();
        Map<EventType, Long> types = events.stream()
                .filter(event -> when.test(event.at()))
                .collect(Collectors.groupingBy(SampleEvent::type, Collectors.counting()));
        Map<String, Instant> issued = new HashMap<>();
        events.stream()
                .filter(event -> event.type() == EventType.COUPON_ISSUED)
                .forEach(event -> issued.putIfAbsent(event.coupon(), event.at()));
        issued.values().removeIf(when.negate());
        long redeemed = events.stream()
                .filter(event -> event.type() == EventType.COUPON_REDEEMED && issued.containsKey(event.coupon()))
                .map(SampleEvent::coupon)
                .distinct()
                .count();
        long withheld = created.stream().mapToLong(round -> round.withheld).sum();
        return new Figures(
                created.size(),
                created.stream().filter(SampleRound::isError).count(),
                Map.of(),
                types,
                new CouponRedemption(issued.size(), redeemed),
                withheld == 0 ? Map.of() : Map.of(EGG, withheld));
    }

    private List<Long> millis(PipelineStep step, Predicate<Instant> when) {
        return rounds.stream()
                .flatMap(round -> round.runs.stream())
                .filter(run -> when.test(run.at()) && run.steps().size() >= step.number())
                .map(run -> run.millis(step))
                .sorted()
                .toList();
    }

    private void check(Figures reported, Predicate<Instant> when, String what) {
        Figures withoutLatencies = new Figures(
                reported.rounds(),
                reported.errors(),
                Map.of(),
                reported.events(),
                reported.coupons(),
                reported.withheld());
        assertThat(withoutLatencies).as(what).isEqualTo(recount(when));
        for (PipelineStep step : PipelineStep.values()) {
            List<Long> millis = millis(step, when);
            Latency latency = reported.latencies().get(step);
            assertThat(latency == null).as("%s: no latency of %s", what, step).isEqualTo(millis.isEmpty());
            if (latency != null) {
                assertClose(latency.p50Millis(), PostgresAnalyticsTest.percentile(millis, 0.5), what + step);
                assertClose(latency.p95Millis(), PostgresAnalyticsTest.percentile(millis, 0.95), what + step);
            }
        }
    }

    private static void assertClose(long reported, long exact, String what) {
        assertThat(reported).as(what).isCloseTo(exact, within(1 + exact * 16 / 1000));
    }

    private void check(Period period) {
        Analytics report = reports.of(tenant, period);
        Predicate<Instant> isIn = at -> !at.isBefore(period.from()) && at.isBefore(period.to());
        check(report.total(), isIn, period.toString());
        for (LocalDate day : period.days()) {
            check(
                    report.days().getOrDefault(day, Figures.NONE),
                    isIn.and(at -> at.atZone(ZoneOffset.UTC).toLocalDate().equals(day)),
                    period + " on " + day);
        }
        assertThat(report.topItems())
                .extracting(TopItem::itemId)
                .as(period.toString())
                .isEqualTo(topItems(isIn));
        assertThat(report.topItems())
                .allSatisfy(item -> assertThat(item.itemName()).isEqualTo("item " + item.itemId()));
    }

    private List<String> topItems(Predicate<Instant> when) {
        return events.stream()
                .filter(event -> when.test(event.at()))
                .collect(Collectors.groupingBy(SampleEvent::item, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Analytics.MAX_TOP_ITEMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    @RepeatedTest(4)
    void anyHistoryShouldBeReportedAsItWas(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        for (int i = 1; i <= ACTIONS; i++) {
            act();
            if (i % 25 == 0) {
                check(aPeriod());
            }
        }
        for (int i = 0; i < 10; i++) {
            check(aPeriod());
        }
        while (rollUp.rollUp(tenant)) {
            check(aPeriod());
        }
        check(new Period(START, now.plusSeconds(1)));
        rounds.stream().filter(round -> !round.isErased).toList().forEach(this::erase);
        for (int i = 0; i < 10; i++) {
            check(aPeriod());
        }
    }

    @Test
    void tenantShouldBeDueFromTheThresholdOn() {
        SampleRound round = new SampleRound(storage.aStartedRoundOf(storage.aProfileOf(owner), now), now);
        trigger(round);
        assertThat(rollUp.due(1)).contains(tenant);
        assertThat(rollUp.due(2)).doesNotContain(tenant);

        assertThat(rollUp.rollUp(tenant)).isTrue();
        assertThat(rollUp.rollUp(tenant)).isFalse();
        assertThat(rollUp.due(1)).doesNotContain(tenant);

        fail(round);
        assertThat(rollUp.due(1)).contains(tenant);
    }

    /** A join with the tenant's runs took seconds for one chunk, once there were hundreds of thousands of them. */
    @Test
    void readsTheRunsToCountByTheirPlaces() {
        sql.statement("""
                        INSERT INTO run_log (tenant_id, round_id, round_at, run_at, run_no, sign, is_error, is_rolled_up)
                        SELECT :tenant, gen_random_uuid(), :now, :now, 0, 1, false, n > 5000
                          FROM generate_series(1, 40000) AS n""").bind("tenant", tenant.value()).bind("now", START).update();
        sql.statement("ANALYZE run_log").update();

        List<String> plan = sql.statement("EXPLAIN " + SqlAnalyticsRollUp.RUNS)
                .bind("tenant", tenant)
                .bind("chunk", 5_000)
                .list(row -> row.text("QUERY PLAN"));

        assertThat(plan).anyMatch(line -> line.contains("Tid Scan on run_log"));
        assertThat(plan).noneMatch(line -> line.contains("Join") || line.contains("Seq Scan on run_log run_log_"));
    }
}
