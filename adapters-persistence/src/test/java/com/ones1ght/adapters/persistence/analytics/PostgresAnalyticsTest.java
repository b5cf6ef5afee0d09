package com.ones1ght.adapters.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Compares the report with a recount of the same data in Java. */
class PostgresAnalyticsTest {

    private static final Instant FROM = Instant.parse("2026-03-01T18:00:00Z");
    private static final Period PERIOD = new Period(FROM, FROM.plus(Duration.ofDays(3)));

    private final StorageFixture storage = new PostgresStorage();
    private final Sql sql = TestDatabase.shared().sql();
    private final SqlAnalyticsQueries reports = new SqlAnalyticsQueries(sql);
    private final Random random = new Random(7);
    private final Profile profile = storage.aProfile();
    private final TenantId tenant = profile.owner().tenant();

    /** @param millis the duration of each finished step */
    private record SampleRound(Instant at, boolean isError, List<Integer> millis) {}

    private record SampleEvent(Instant at, EventType type, String recId) {}

    private Instant anyTime() {
        // Partly outside of the period.
        return FROM.minus(Duration.ofHours(12)).plusSeconds(random.nextInt(4 * 24 * 3600));
    }

    private SampleRound aRound() {
        Instant at = anyTime();
        Started started = storage.aStartedRoundOf(profile, at);
        int steps = random.nextInt(5);
        List<Integer> millis = new ArrayList<>();
        Instant end = at;
        for (int step = 1; step <= steps; step++) {
            millis.add(random.nextInt(5_000));
            end = end.plusMillis(millis.get(step - 1));
            sql.statement("UPDATE /* all tenants */ pipeline_run SET step" + step
                            + "_at = :end WHERE round_id = :round")
                    .bind("end", end)
                    .bind("round", started.round().id())
                    .update();
        }
        boolean isError = random.nextInt(4) == 0;
        if (isError) {
            sql.statement("UPDATE /* all tenants */ round SET state = 'ERROR', last_error = 'x' WHERE id = :round")
                    .bind("round", started.round().id())
                    .update();
            sql.statement("UPDATE /* all tenants */ pipeline_run SET settled_at = :end WHERE round_id = :round")
                    .bind("end", end)
                    .bind("round", started.round().id())
                    .update();
        }
        return new SampleRound(at, isError, millis);
    }

    private SampleEvent anEvent(Started about) {
        EventType type = EventType.values()[random.nextInt(EventType.values().length)];
        Instant at = anyTime();
        String recId = "r" + random.nextInt(8);
        write(about, type, recId, "{}", at);
        return new SampleEvent(at, type, recId);
    }

    private void write(Started about, EventType type, String payload, Instant at) {
        write(about, type, "r", payload, at);
    }

    private void write(Started about, EventType type, String recId, String payload, Instant at) {
        Event event = new Event(
                new EventId(UUID.randomUUID()),
                tenant,
                profile.id(),
                about.chat().id(),
                about.round().id(),
                recId,
                type,
                payload,
                null,
                "{}",
                null,
                at);
        storage.run(() -> storage.eventLog().append(tenant, List.of(event), at));
    }

    private void withhold(Instant at, String... items) {
        sql.statement("UPDATE /* all tenants */ round SET guard_result = :guard WHERE id = :round")
                .bind("guard", "{\"restrictions\":[],\"withheld\":[" + String.join(",", items) + "]}")
                .bind("round", storage.aStartedRoundOf(profile, at).round().id())
                .update();
    }

    private static String item(String list, String because) {
        return "{\"list\":\"" + list + "\",\"because\":[" + because + "]}";
    }

    @Test
    void withheldProductsShouldBeCountedByDayAndRestriction() {
        Instant first = PERIOD.from().plusSeconds(1);
        Instant second = first.plus(Duration.ofDays(1));
        withhold(first, item("TODOS", "\"allergen:egg\",\"diet:vegan\""), item("AD", "\"allergen:egg\""));
        withhold(second, item("COUPON", "\"allergen:egg\""), item("INGREDIENTS", "\"allergen:egg\""));
        withhold(PERIOD.to(), item("TODOS", "\"allergen:egg\""));
        storage.aStartedRoundOf(profile, first);

        Analytics report = reports.of(tenant, PERIOD);

        Restriction egg = new AvoidedAllergen(Allergen.EGG);
        Restriction vegan = new FollowedDiet(Diet.VEGAN);
        assertThat(report.total().withheld()).isEqualTo(Map.of(egg, 3L, vegan, 1L));
        assertThat(report.days().get(day(first)).withheld()).isEqualTo(Map.of(egg, 2L, vegan, 1L));
        assertThat(report.days().get(day(second)).withheld()).isEqualTo(Map.of(egg, 1L));
    }

    private static boolean isIn(Instant at) {
        return !at.isBefore(PERIOD.from()) && at.isBefore(PERIOD.to());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Figures recount(List<SampleRound> rounds, List<SampleEvent> events, Predicate<Instant> when) {
        List<SampleRound> made =
                rounds.stream().filter(round -> when.test(round.at())).toList();
        Map<PipelineStep, Latency> latencies = new EnumMap<>(PipelineStep.class);
        for (PipelineStep step : PipelineStep.values()) {
            List<Integer> millis = new ArrayList<>(made.stream()
                    .filter(round -> round.millis().size() >= step.number())
                    .map(round -> round.millis().get(step.number() - 1))
                    .toList());
            if (!millis.isEmpty()) {
                Collections.sort(millis);
                latencies.put(step, new Latency(percentile(millis, 0.5), percentile(millis, 0.95)));
            }
        }
        Map<EventType, Long> counted = new EnumMap<>(EventType.class);
        events.stream()
                .filter(event -> when.test(event.at()))
                .forEach(event -> counted.merge(event.type(), 1L, Long::sum));
        return new Figures(
                made.size(),
                made.stream().filter(SampleRound::isError).count(),
                latencies,
                counted,
                coupons(events, when),
                Map.of());
    }

    private static CouponRedemption coupons(List<SampleEvent> events, Predicate<Instant> when) {
        Map<String, Instant> issued = new HashMap<>();
        events.stream()
                .filter(event -> event.type() == EventType.COUPON_ISSUED)
                .forEach(event -> issued.putIfAbsent(event.recId(), event.at()));
        issued.values().removeIf(when.negate());
        long redeemed = events.stream()
                .filter(event -> event.type() == EventType.COUPON_REDEEMED)
                .map(SampleEvent::recId)
                .distinct()
                .filter(issued::containsKey)
                .count();
        return new CouponRedemption(issued.size(), redeemed);
    }

    /** Interpolated linearly, as by percentile_cont. */
    static long percentile(List<? extends Number> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        long lower = sorted.get(below).longValue();
        return Math.round(lower + (place - below) * (sorted.get(above).longValue() - lower));
    }

    @Test
    void reportShouldEqualARecount() {
        Started about = storage.aStartedRoundOf(profile, FROM.minus(Duration.ofDays(10)));
        List<SampleRound> rounds = new ArrayList<>();
        List<SampleEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rounds.add(aRound());
            events.add(anEvent(about));
            events.add(anEvent(about));
        }
        storage.aStartedRoundOf(storage.aProfile(), FROM.plusSeconds(1));

        Analytics report = reports.of(tenant, PERIOD);

        assertThat(report.total()).isEqualTo(recount(rounds, events, PostgresAnalyticsTest::isIn));
        assertThat(report.days()).isNotEmpty();
        for (LocalDate day : PERIOD.days()) {
            assertThat(report.days().getOrDefault(day, Figures.NONE))
                    .as(day.toString())
                    .isEqualTo(recount(rounds, events, at -> isIn(at) && day(at).equals(day)));
        }
        assertThat(PERIOD.days()).containsAll(report.days().keySet());
    }

    @Test
    void itemsShouldBeSortedByEventsAndHaveTheirReasons() {
        Started about = storage.aStartedRoundOf(profile, FROM);
        String tofu = "{\"item_id\":7,\"item_name\":\"두부\",\"reason_detail\":"
                + "{\"ko\":\"좋아요\",\"en\":\"good\",\"ja\":\"良い\"}}";
        for (int i = 0; i < 3; i++) {
            write(about, EventType.ADS_TRIGGERED, tofu, FROM.plusSeconds(i));
        }
        write(about, EventType.COUPON_ISSUED, tofu.replace("good", "better"), FROM.plusSeconds(4));
        write(about, EventType.RECOMMEND_TAP, "{\"item_name\":\"wine\",\"reason_detail\":\"goes well\"}", FROM);
        write(about, EventType.RECOMMEND_TAP, "{\"item_name\":\"a\\u0000b\"}", FROM);
        write(about, EventType.RECOMMEND_TAP, "{\"item_name\":\"a\\\\u0000\"}", FROM);
        write(about, EventType.RECOMMEND_TAP, "{\"reason_detail\":[1]}", FROM);
        write(about, EventType.RECOMMEND_TAP, tofu, PERIOD.to());

        assertThat(reports.of(tenant, PERIOD).topItems())
                .containsExactly(
                        new TopItem(
                                "7",
                                "두부",
                                4,
                                List.of(
                                        new LocalizedText("좋아요", "good", "良い"),
                                        new LocalizedText("좋아요", "better", "良い"))),
                        new TopItem(null, "a\\u0000", 1, List.of()),
                        new TopItem(null, "wine", 1, List.of(LocalizedText.same("goes well"))));
    }

    @Test
    void tenantWithoutDataShouldGetAnEmptyReport() {
        assertThat(reports.of(storage.aTenant().id(), PERIOD))
                .isEqualTo(new Analytics(Figures.NONE, Map.of(), List.of()));
    }

    @Test
    void couponShouldCountOnce() {
        Started about = storage.aStartedRoundOf(profile, FROM);
        Started another = storage.aStartedRoundOf(profile, FROM);
        write(about, EventType.COUPON_ISSUED, "{}", FROM);
        write(about, EventType.COUPON_ISSUED, "{}", FROM.plusSeconds(1));
        write(another, EventType.COUPON_ISSUED, "{}", FROM.plusSeconds(2));
        for (int i = 0; i < 3; i++) {
            write(
                    about,
                    EventType.COUPON_REDEEMED,
                    "{}",
                    FROM.plus(Duration.ofHours(8)).plusSeconds(i));
        }
        write(about, EventType.COUPON_REDEEMED, "never issued", "{}", FROM.plusSeconds(3));

        Analytics report = reports.of(tenant, PERIOD);

        assertThat(report.total().coupons()).isEqualTo(new CouponRedemption(2, 1));
        assertThat(report.days().get(day(FROM)).coupons()).isEqualTo(new CouponRedemption(2, 1));
        assertThat(report.days().get(day(FROM).plusDays(1)).coupons()).isEqualTo(CouponRedemption.NONE);
    }
}
