package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Snapshots and updates of runs, with texts that are easily damaged on the way to a database and back. */
public final class RunSamples {

    public static final Duration LEASE = Duration.ofSeconds(30);

    public static final PageRequest FIRST_PAGE = new PageRequest(0, 100, PageRequest.Order.DESC);

    /** White space, order, number forms and escapes that a parser and writer would change. */
    public static final String RAW_MEAL = "{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"두부\\u0000 \\ud83c 🍜 \\/\" }";

    public static final JsonFragment TODOS = JsonFragment.of("{ \"recipe_title\":\"두부찌개 🍲\",\"total\":1.50 }");
    public static final JsonFragment ITEMS = JsonFragment.of("[ {\"rec_id\":\"r1\",\"x\":\"\\u0000\\\\\" } ]");
    public static final JsonFragment NOTIFICATIONS = JsonFragment.of("{\"ad\":{\"items\":[]}, \"coupon\":[]}\n");

    /** The session form's. */
    public static final JsonFragment SESSION_LIST =
            JsonFragment.of("{\"items\":[ {\"item_name_en\":\"tofu\\u0000\"} ],\"total_yen\":2400.10}");

    public static final JsonFragment SESSION_BACK_LIST = JsonFragment.of("{ \"back_recommendations\":[]}");

    /** Of a run that is accepted, and after its steps. */
    public static final MergedGuard GUARD = new MergedGuard(
            new RoundGuard(
                    List.of(new AvoidedAllergen(Allergen.EGG), new FollowedDiet(Diet.HALAL), new Dislike("오이\u0000")),
                    List.of("망고 \ud83c \"x\""),
                    List.of(),
                    List.of()),
            JsonFragment.of("{ \"restrictions\":[\"allergen:egg\"] }"));

    public static final MergedGuard GROWN_GUARD = new MergedGuard(
            GUARD.guard()
                    .with(new DietaryReport(List.of(new AvoidedAllergen(Allergen.MILK)), List.of("low salt \ud83c")))
                    .withholding(List.of(
                            new WithheldItem(
                                    GuardedList.RECOMMENDED_ITEMS,
                                    new ProductId(Long.MIN_VALUE),
                                    "rec\u0000",
                                    "up",
                                    "계란",
                                    List.of(new AvoidedAllergen(Allergen.EGG))),
                            new WithheldItem(
                                    GuardedList.INGREDIENTS,
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(new FollowedDiet(Diet.HALAL))))),
            JsonFragment.of("{ \"withheld\":[ {}, {} ]}"));

    private static final LocalizedText TEXT = new LocalizedText("두부", "tofu", "豆腐");

    private RunSamples() {}

    /** A snapshot with the outputs of steps 1 to {@code steps}, each with all its fields set. */
    public static PipelineSnapshot snapshotUpToStep(int steps) {
        PipelineSnapshot snapshot = PipelineSnapshot.empty().withUpstreamSession("session \"7\" ☎");
        if (steps >= 1) {
            snapshot = snapshot.withMeal(new StepOutput<>(meal(), RAW_MEAL));
        }
        if (steps >= 2) {
            snapshot = snapshot.withShoppingList(new StepOutput<>(shoppingList(), "{\"items\" : []}"));
        }
        if (steps >= 3) {
            snapshot = snapshot.withUpsellSurface(new StepOutput<>(upsellSurface(), "{\"items\":[ ] }"));
        }
        if (steps >= 4) {
            snapshot = snapshot.withBackList(new StepOutput<>(backList(), "{\"recommendations\":\r\n[]}"));
        }
        return snapshot;
    }

    /** A snapshot in which every field is set, in the most awkward way that the types allow. */
    public static PipelineSnapshot fullSnapshot() {
        return snapshotUpToStep(3)
                .withBackList(new StepOutput<>(backList(), "{ }"))
                .withBackListStatus(BackListStatus.IN_PROGRESS)
                .withExtras(Map.of("store_reasoning", "{ \"a\": 1.0 }", "b c", "[]"))
                .withDietaryReport(new DietaryReport(
                        List.of(new AvoidedAllergen(Allergen.TREE_NUT), new Dislike("오이")), List.of("저염 \u0000")))
                .failed(new RunFailure.StepFailed(PipelineStep.BACK_LIST, RunFailure.Cause.STORE_UNAVAILABLE))
                .notBefore(Instant.parse("2026-04-29T05:28:09.123456789Z"));
    }

    private static Meal meal() {
        return new Meal(
                "두부찌개",
                "intro \u0000 \"quoted\" \\ \ud83c\udf5c",
                "a lone surrogate: \ud83c",
                "line\nbreak\u2028",
                "",
                List.of(
                        new Ingredient(TEXT, "Produce", new BigDecimal("0.250"), LocalizedText.same("모")),
                        new Ingredient(TEXT, null, null, null),
                        new Ingredient(TEXT, "", new BigDecimal("1E+3"), TEXT)));
    }

    private static ShoppingList shoppingList() {
        return new ShoppingList(
                List.of(
                        new ShoppingLine(
                                new ProductId(Long.MAX_VALUE), "두부", "tofu", new BigDecimal("1200.00"), "Z", 2, true),
                        new ShoppingLine(null, null, null, null, null, 1, false)),
                new BigDecimal("2400.10"));
    }

    private static UpsellSurface upsellSurface() {
        return new UpsellSurface(List.of(
                new UpsellItem(
                        "u1", "rec-1", new ProductId(5), "김", "laver", SurfaceReason.CROSS_SELL, TEXT, TEXT, "why"),
                new UpsellItem(null, "rec-2", null, null, null, SurfaceReason.IMPULSE, null, null, null)));
    }

    private static BackList backList() {
        return new BackList(List.of(
                new BackRecommendation(
                        "rec-3",
                        new ProductId(-1),
                        "김",
                        "laver",
                        "brand",
                        7L,
                        "zone",
                        new BigDecimal("980"),
                        NotificationType.COUPON,
                        new BigDecimal("12.5"),
                        new BigDecimal("0.70"),
                        new BigDecimal("0.9"),
                        "zone_efficiency",
                        TEXT,
                        TEXT,
                        "copurchase_lift",
                        "a = b",
                        "why"),
                new BackRecommendation(
                        "rec-4",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NotificationType.ADS,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    /** What the round becomes by the snapshot, with the fragments of all steps that are done. */
    public static RunUpdate update(Round round, PipelineSnapshot snapshot, Instant now) {
        return new RunUpdate(round.absorb(snapshot, now), snapshot, merged(1, snapshot.stepsDone(), false));
    }

    /** The same update of a run in a chat session. */
    public static RunUpdate sessionUpdate(Round round, PipelineSnapshot snapshot, Instant now) {
        return new RunUpdate(round.absorb(snapshot, now), snapshot, merged(1, snapshot.stepsDone(), true));
    }

    /** The steps after {@code shown} up to {@code done}. */
    public static List<MergedStep> merged(int shown, int done, boolean inSession) {
        RoundResult result = ResultSamples.upToStep(done);
        List<MergedStep> merged = new ArrayList<>();
        if (shown < 2 && result.todos() != null) {
            merged.add(new MergedTodos(result.todos(), TODOS, inSession ? SESSION_LIST : null));
        }
        if (shown < 3 && result.recommendedItems() != null) {
            merged.add(new MergedItems(result.recommendedItems(), ITEMS));
        }
        if (shown < 4 && result.notifications() != null) {
            merged.add(new MergedNotifications(
                    result.notifications(), NOTIFICATIONS, inSession ? SESSION_BACK_LIST : null));
        }
        return merged;
    }

    /** The same update, with the round ended in error. */
    public static RunUpdate failed(Round round, RunFailure failure, Instant now) {
        return RunUpdate.withoutSteps(
                round.fail(failure, now), PipelineSnapshot.empty().failed(failure));
    }

    /** Claims the round's run among all that are due, and gives the others back. */
    public static ClaimedRun claim(StorageFixture storage, Started started, Instant now) {
        List<ClaimedRun> claimed = storage.runQueue().claimDue(1_000, now, LEASE);
        List<RunClaim> others = claimed.stream()
                .map(ClaimedRun::claim)
                .filter(claim -> !claim.round().equals(started.round().id()))
                .toList();
        if (!others.isEmpty()) {
            storage.runQueue().release(others, now);
        }
        return claimed.stream()
                .filter(run -> run.claim().round().equals(started.round().id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The run is not due"));
    }

    /** Brings the round's run as far as {@code steps}, and answers the round as it is then. */
    public static Round advance(StorageFixture storage, Started started, int steps, Instant now) {
        ClaimedRun claimed = claim(storage, started, now);
        RunUpdate update = claimed.inSession()
                ? sessionUpdate(claimed.round(), snapshotUpToStep(steps), now)
                : update(claimed.round(), snapshotUpToStep(steps), now);
        if (!storage.runQueue().save(claimed.claim(), update, now)) {
            throw new AssertionError("The claim is lost");
        }
        storage.runQueue().release(List.of(claimed.claim()), now);
        return update.round();
    }
}
