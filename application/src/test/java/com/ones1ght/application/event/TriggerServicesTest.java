package com.ones1ght.application.event;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.event.CouponAction;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.FieldValue;
import com.ones1ght.domain.event.ItemAction;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.ProductFact;
import com.ones1ght.domain.event.RecommendAction;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TriggerServicesTest {

    private static final JsonFragment FORGOTTEN = JsonFragment.of("[ 1.0, {\"any\":\"shape\"} ]");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger woken = new AtomicInteger();
    private final SequentialIds ids = new SequentialIds();
    private final ItemEvents items = new ItemEvents(storage.triggeredRounds(), new FakeItemDocuments(), ids);
    private final SignagePassages passages = new SignagePassages(
            items,
            storage.eventLog(),
            storage.signageOutbox(),
            storage.unitOfWork(),
            this::announce,
            this::wake,
            ids,
            new DefaultStore(new StoreId("main")));
    private final TriggerSignageUseCase signage =
            new TriggerSignageService(storage.triggeredRounds(), passages, storage.unitOfWork(), clock);
    private final TriggerItemService item = new TriggerItemService(
            storage.triggeredRounds(), items, storage.eventLog(), storage.unitOfWork(), this::announce, clock);
    private final Tenant tenant = storage.aTenant();
    private final Owner owner = storage.anotherLineOf(tenant.id());
    private final Started started = storage.aStartedRoundOf(storage.aProfileOf(owner), NOW);

    private Round completed() {
        return RunSamples.advance(storage, started, 4, NOW);
    }

    private void announce() {
        assertThat(storage.unitOfWork().isInTransaction()).isFalse();
        announced.incrementAndGet();
    }

    private void wake() {
        assertThat(storage.unitOfWork().isInTransaction()).isFalse();
        woken.incrementAndGet();
    }

    private ApiKey key(Owner caller) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                caller.line(),
                KeyType.CLIENT_SDK,
                "osk_x",
                EnumSet.allOf(Scope.class),
                NOW,
                null,
                null);
    }

    private TriggerSignageUseCase.Command command(
            Passage action, List<ReportedItem> items, @Nullable Integer signageNo) {
        return new TriggerSignageUseCase.Command(
                key(owner),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                action,
                items,
                new Forgotten.Reported(FORGOTTEN),
                signageNo);
    }

    private static ReportedItem named(String recId) {
        return new ReportedItem(recId, new ItemFields(Map.of()));
    }

    private static ReportedItem described(String recId) {
        return new ReportedItem(recId, new ItemFields(Map.of(ProductFact.ITEM_NAME, FakeItemDocuments.text("tofu"))));
    }

    private EventId trigger(ReportedItem reported, ItemAction action) {
        return item.trigger(new TriggerItemUseCase.Command(
                owner,
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                reported,
                action));
    }

    private List<Event> events() {
        return storage
                .eventLog()
                .ofTenant(tenant.id(), EventFilter.ALL, new PageRequest(0, 500, PageRequest.Order.ASC))
                .items()
                .stream()
                .map(LoggedEvent::event)
                .toList();
    }

    private SignageTrigger delivery() {
        List<ClaimedDelivery> claimed = storage.signageOutbox().claimDue(10, clock.instant(), Duration.ofSeconds(1));
        assertThat(claimed).hasSize(1);
        return claimed.get(0).trigger();
    }

    @Test
    void enteringWithoutItemsWritesTheRoundsAdsAndForwardsThem() {
        completed();

        List<EventId> written = signage.trigger(command(Passage.ENTER, List.of(), null));

        assertThat(events()).extracting(Event::id).isEqualTo(written);
        assertThat(events()).extracting(Event::recId).containsExactly("r3");
        assertThat(events()).extracting(Event::analystComment).containsExactly("why r3");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(EventType.ADS_TRIGGERED);
            assertThat(event.payload()).isEqualTo("{rec_id:\"r3\"}");
            assertThat(event.forgotten()).isEqualTo(FORGOTTEN.toString());
            assertThat(event.occurredAt()).isEqualTo(NOW);
        });
        SignageTrigger delivery = delivery();
        assertThat(delivery.passage()).isEqualTo(Passage.ENTER);
        assertThat(delivery.tenantCode()).isEqualTo(tenant.code());
        assertThat(delivery.store()).as("the profile's").isEqualTo(new StoreId("store-7"));
        assertThat(delivery.items()).hasToString("[{rec_id:\"r3\"}]");
        assertThat(delivery.forgotten()).isEqualTo(FORGOTTEN);
        assertThat(delivery.signageNo()).isNull();
        assertThat(announced).hasValue(1);
        assertThat(woken).hasValue(1);
    }

    @Test
    void enteringWithItemsWritesOneEventForEachOfThem() {
        completed();

        signage.trigger(command(Passage.ENTER, List.of(named("r4"), described("new"), described("r3")), 2));

        assertThat(events()).extracting(Event::recId).containsExactly("r4", "new", "r3");
        assertThat(events()).extracting(Event::analystComment).containsExactly(null, null, "why r3");
        assertThat(events())
                .extracting(Event::payload)
                .containsExactly("{rec_id:\"r4\"}", "{ITEM_NAME:\"tofu\"}", "{rec_id:\"r3\",ITEM_NAME:\"tofu\"}");
        assertThat(events())
                .extracting(Event::productFacts)
                .containsExactly("{}", "{ITEM_NAME:\"tofu\"}", "{ITEM_NAME:\"tofu\"}");
        assertThat(delivery().signageNo()).isEqualTo(2);
    }

    @Test
    void enteringARoundWithoutAdsWritesNothingAndIsForwardedAllTheSame() {
        assertThat(signage.trigger(command(Passage.ENTER, List.of(), null))).isEmpty();

        assertThat(events()).isEmpty();
        assertThat(delivery().items()).hasToString("[]");
        assertThat(announced).as("there is nothing to see").hasValue(0);
        assertThat(woken).hasValue(1);
    }

    @Test
    void leavingIsForwardedAndNothingElse() {
        assertThat(signage.trigger(command(Passage.EXIT, List.of(named("unknown")), null)))
                .isEmpty();

        assertThat(events()).isEmpty();
        SignageTrigger delivery = delivery();
        assertThat(delivery.passage()).isEqualTo(Passage.EXIT);
        assertThat(delivery.items()).hasToString("[]");
        assertThat(delivery.forgotten()).isNull();
        assertThat(announced).hasValue(0);
        assertThat(woken).hasValue(1);
    }

    private TriggerSignageUseCase.Command enteringWith(Forgotten forgotten) {
        return new TriggerSignageUseCase.Command(
                key(owner),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                Passage.ENTER,
                List.of(),
                forgotten,
                null);
    }

    @Test
    void openLinesAreForgottenInWalkingOrder() {
        completed();
        changeList(TodoState.OPEN, TodoState.OPEN);

        signage.trigger(enteringWith(new Forgotten.OpenTodos()));

        String open = "[2 두부 \"300g\" \u0000, 1 Bag]";
        assertThat(events()).extracting(Event::forgotten).containsExactly(open);
        assertThat(delivery().forgotten()).hasToString(open);
    }

    @Test
    void whatIsPickedAtHomeOrRemovedIsNotForgotten() {
        completed();
        changeList(TodoState.PICKED, TodoState.OPEN);
        signage.trigger(enteringWith(new Forgotten.OpenTodos()));
        assertThat(events()).extracting(Event::forgotten).containsExactly("[1 Bag]");
        delivery();

        changeList(TodoState.REMOVED, TodoState.HAVE);
        signage.trigger(enteringWith(new Forgotten.OpenTodos()));
        assertThat(events().get(1).forgotten()).as("no line is open").isNull();
    }

    @Test
    void beforeStepTwoNothingIsForgotten() {
        signage.trigger(enteringWith(new Forgotten.OpenTodos()));

        assertThat(delivery().forgotten()).isNull();
    }

    private void changeList(TodoState tofu, TodoState bag) {
        TodoList list = new TodoList(
                List.of(new TodoItem(2, ResultSamples.TOFU, tofu), new TodoItem(1, ResultSamples.BAG, bag)));
        JsonFragment document = JsonFragment.of("[\"%s\",\"%s\"]".formatted(tofu, bag));
        storage.run(() -> storage.todoLists().save(owner, started.round().id(), list, document, NOW));
    }

    @Test
    void theNextTriggerOfARoundTakesNoTransactionOfItsOwn() {
        completed();
        UnitOfWork none = new UnitOfWork() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                throw new AssertionError("a transaction");
            }

            @Override
            public void afterCommit(Runnable action) {
                throw new AssertionError("a transaction");
            }
        };
        TriggerSignageUseCase withoutTransactions =
                new TriggerSignageService(storage.triggeredRounds(), passages, none, clock);
        assertThatThrownBy(() -> withoutTransactions.trigger(command(Passage.ENTER, List.of(), null)))
                .as("the first one holds the round")
                .hasMessage("a transaction");
        signage.trigger(command(Passage.ENTER, List.of(), null));
        delivery();

        withoutTransactions.trigger(command(Passage.ENTER, List.of(), null));

        assertThat(events()).hasSize(2);
        assertThat(announced).hasValue(2);
        assertThat(woken).hasValue(2);
    }

    @Test
    void aShopperWhoIsInAnotherStoreByNowIsGreetedThere() {
        completed();
        signage.trigger(enteringWith(new Forgotten.OpenTodos()));
        assertThat(delivery().store()).isEqualTo(new StoreId("store-7"));
        clock.advance(Duration.ofSeconds(1));
        ProfileFacts nowhere = new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);
        storage.run(
                () -> storage.profiles().save(started.profile().changedTo(new ProfileDocument("{}"), nowhere, NOW)));

        signage.trigger(enteringWith(new Forgotten.OpenTodos()));

        storage.signageOutbox()
                .claimDue(1, clock.instant(), Duration.ofSeconds(1))
                .forEach(first -> storage.signageOutbox().delivered(first.claim()));
        assertThat(delivery().store()).isEqualTo(new StoreId("main"));
    }

    @Test
    void oneItemThatNobodyKnowsRejectsTheWholeCallAndNothingIsWritten() {
        completed();

        assertThatThrownBy(() -> signage.trigger(command(Passage.ENTER, List.of(named("r3"), named("unknown")), null)))
                .isInstanceOf(NotFoundException.class);

        assertThat(events()).isEmpty();
        assertThat(storage.signageOutbox().claimDue(10, NOW, Duration.ofSeconds(1)))
                .isEmpty();
        assertThat(announced).hasValue(0);
        assertThat(woken).hasValue(0);
    }

    @Test
    void moreThanAHundredItemsAreRefused() {
        List<ReportedItem> most = Collections.nCopies(TriggerSignageUseCase.MAX_ITEMS, described("known"));
        signage.trigger(command(Passage.ENTER, most, null));
        assertThat(events()).hasSize(TriggerSignageUseCase.MAX_ITEMS);

        List<ReportedItem> more = Collections.nCopies(TriggerSignageUseCase.MAX_ITEMS + 1, described("known"));
        assertThatThrownBy(() -> command(Passage.ENTER, more, null))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.property())
                        .isEqualTo("items"));
    }

    @Test
    void aProfileWithoutAStoreIsInTheDefaultStore() {
        ProfileFacts nothing = new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);
        Profile nowhere =
                new Profile(new ProfileId(UUID.randomUUID()), owner, new ProfileDocument("{}"), nothing, NOW, NOW);
        storage.run(() -> storage.profiles().add(nowhere));
        Started theirs = storage.aStartedRoundOf(nowhere, NOW);

        signage.trigger(new TriggerSignageUseCase.Command(
                key(owner),
                nowhere.id(),
                theirs.chat().id(),
                theirs.round().id(),
                Passage.EXIT,
                List.of(),
                null,
                null));

        assertThat(delivery().store()).isEqualTo(new StoreId("main"));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfACouponWritesItsEventAndForwardsNothing(CouponAction kind) {
        completed();

        EventId written = trigger(named("r3"), kind);

        assertThat(events()).hasSize(1);
        Event event = events().get(0);
        assertThat(event.id()).isEqualTo(written);
        assertThat(event.type()).isEqualTo(kind.eventType());
        assertThat(event.analystComment()).isEqualTo("why r3");
        assertThat(event.forgotten()).isNull();
        assertThat(storage.signageOutbox().claimDue(10, NOW, Duration.ofSeconds(1)))
                .isEmpty();
        assertThat(announced).hasValue(1);
        assertThat(woken).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void eachActionOnARecommendationWritesItsEventUnderTheRoundsOwnId(RecommendAction action) {
        completed();

        trigger(named("u1\u0000"), action);

        assertThat(events()).extracting(Event::type).containsExactly(action.eventType());
        assertThat(events()).extracting(Event::recId).containsExactly("r1");
        assertThat(events()).extracting(Event::analystComment).containsExactly("why r1");
    }

    private void issue(ReportedItem reported) {
        trigger(reported, CouponAction.ISSUED);
    }

    @Test
    void upstreamsIdNamesNoCoupon() {
        completed();

        assertThatThrownBy(() -> issue(named("u1\u0000"))).isInstanceOf(NotFoundException.class);

        assertThat(events()).isEmpty();
        assertThat(announced).hasValue(0);
    }

    @Test
    void whatTheAppDescribesIsTakenThoughTheRoundDoesNotHaveIt() {
        issue(described("mine"));

        assertThat(events()).extracting(Event::recId).containsExactly("mine");
        assertThat(events().get(0).analystComment()).isNull();
    }

    @Test
    void theCommentOnAnItemThatTheRoundDoesNotShowIsKept() {
        completed();

        issue(described("fourth ad"));

        assertThat(events()).extracting(Event::analystComment).containsExactly("why");
    }

    @Test
    void afterARefinementAnItemIsFilledFromTheLatestEventThatCarriesIt() {
        Round round = completed();
        issue(named("r3"));
        issue(described("r3"));
        storage.aRefinement(started, round, "again", NOW);

        issue(named("r3"));

        assertThat(events())
                .extracting(Event::payload)
                .containsExactly(
                        "{rec_id:\"r3\"}", "{rec_id:\"r3\",ITEM_NAME:\"tofu\"}", "{rec_id:\"r3\",ITEM_NAME:\"tofu\"}");
        assertThat(events()).extracting(Event::analystComment).containsOnly("why r3");
        assertThatThrownBy(() -> issue(named("r4")))
                .as("known to the earlier run, but to no event")
                .isInstanceOf(NotFoundException.class);
    }

    /** Withholds a recommendation under both of its names, and its product. */
    private Round withheld() {
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        PipelineSnapshot all = RunSamples.snapshotUpToStep(4);
        List<MergedStep> merged = new ArrayList<>(RunSamples.merged(1, 4, false));
        RoundGuard guard = RunSamples.GUARD
                .guard()
                .withholding(List.of(new WithheldItem(
                        GuardedList.RECOMMENDED_ITEMS,
                        new ProductId(77),
                        "gone",
                        "up-gone",
                        "mayonnaise",
                        List.of(new AvoidedAllergen(Allergen.EGG)))));
        merged.add(new MergedStep.MergedGuard(guard, JsonFragment.of("{}")));
        Round round = held.round().absorb(all, NOW);
        storage.runQueue().save(held.claim(), new RunUpdate(round, all, merged), NOW);
        return round;
    }

    private static ReportedItem describedAs(String recId, String itemId) {
        return new ReportedItem(
                recId,
                new ItemFields(Map.of(
                        ProductFact.ITEM_NAME,
                        FakeItemDocuments.text("tofu"),
                        ProductFact.ITEM_ID,
                        new FieldValue(itemId, FieldValue.Kind.PLAIN))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"gone, 1", "up-gone, 1", "mine, 77", "mine, 77.0", "mine, \"77\"", "mine, 7.7e1", "r3, 77"})
    void whatTheGuardWithholdsShouldBeUnknownWhateverTheClientSays(String recId, String itemId) {
        withheld();
        ReportedItem item = describedAs(recId, itemId);

        assertThatThrownBy(() -> issue(item)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> signage.trigger(command(Passage.ENTER, List.of(described("x"), item), null)))
                .isInstanceOf(NotFoundException.class);

        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mine, 78", "mine, seventy-seven", "r3, 7", "mine, 1e99", "mine, 77.5"})
    void anythingElseShouldStayKnown(String recId, String itemId) {
        withheld();

        issue(describedAs(recId, itemId));

        assertThat(events()).hasSize(1);
    }

    @Test
    void theDeliveryShouldCarryTheRestrictionsToTheGatewaysOwnSignages() {
        withheld();

        signage.trigger(command(Passage.ENTER, List.of(), null));

        assertThat(delivery().restrictions()).isEqualTo(RunSamples.GUARD.guard().restrictions());
    }

    @Test
    void whatARoundHasMeanwhileIsKnown() {
        assertThatThrownBy(() -> issue(named("r3"))).isInstanceOf(NotFoundException.class);
        issue(described("r3"));
        completed();

        issue(named("r3"));

        assertThat(events()).extracting(Event::analystComment).containsExactly(null, "why r3");
        assertThat(announced).hasValue(2);
    }

    @Test
    void whatARoundNoLongerOffersIsUnknown() {
        Round round = completed();
        issue(named("r3"));
        storage.aRefinement(started, round, "again", NOW);

        assertThatThrownBy(() -> issue(named("r4"))).isInstanceOf(NotFoundException.class);

        assertThat(events()).hasSize(1);
    }

    @Test
    void whatTheGuardHasWithheldMeanwhileIsUnknown() {
        ReportedItem item = describedAs("mine", "77");
        issue(item);
        withheld();

        assertThatThrownBy(() -> issue(item)).isInstanceOf(NotFoundException.class);

        assertThat(events()).hasSize(1);
    }

    @Test
    void nothingIsWrittenAboutAShopperWhoHasBeenErased() {
        issue(described("mine"));
        storage.run(() -> storage.profiles().erase(owner, started.profile().id(), NOW));

        assertThatThrownBy(() -> issue(described("mine"))).isInstanceOf(NotFoundException.class);

        assertThat(events()).hasSize(1);
    }

    @Test
    void withoutARefinementAnEventAloneDoesNotMakeAnItemKnown() {
        issue(described("mine"));

        assertThatThrownBy(() -> issue(named("mine"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsNotTheOwnersIsNotFound() {
        Owner stranger = storage.anotherLineOf(tenant.id());
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();

        assertNotFound(stranger, profile, chat, round);
        assertNotFound(owner, storage.aProfileOf(owner).id(), chat, round);
        assertNotFound(owner, profile, new ChatId(UUID.randomUUID()), round);
        assertNotFound(owner, profile, chat, new RoundId(UUID.randomUUID()));
        assertThatThrownBy(() -> signage.trigger(new TriggerSignageUseCase.Command(
                        key(stranger), profile, chat, round, Passage.EXIT, List.of(), null, null)))
                .isInstanceOf(NotFoundException.class);
        assertThat(events()).isEmpty();
    }

    private void assertNotFound(Owner asking, ProfileId profile, ChatId chat, RoundId round) {
        assertThatThrownBy(() -> item.trigger(new TriggerItemUseCase.Command(
                        asking, profile, chat, round, described("known"), CouponAction.ISSUED)))
                .isInstanceOf(NotFoundException.class);
    }
}
