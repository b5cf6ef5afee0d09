package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.recommendation.TodoChanges.Addition;
import com.ones1ght.domain.recommendation.TodoChanges.Change;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoListTest {

    private static final Product CABBAGE = Products.inSection(1, "PR");
    private static final Product PORK = Products.inSection(2, "MT");
    private static final Product SALT = Products.inSection(3, "PA");
    private static final Restriction NO_EGG = new AvoidedAllergen(Allergen.EGG);

    /** Pork is on two lines, as models sometimes put it. */
    private final TodoList list =
            new TodoList(List.of(new TodoItem(1, CABBAGE), new TodoItem(2, PORK), new TodoItem(3, PORK)));

    private static Change change(long product, @Nullable TodoState state, @Nullable Integer quantity) {
        return new Change(new ProductId(product), state, quantity);
    }

    private TodoList changed(Change... changes) {
        return list.changed(
                new TodoChanges(List.of(changes), List.of()), Map.of(), RoundGuard.NONE, DietaryGuard.DECLARED);
    }

    private TodoList added(Map<ProductId, Product> catalogue, Addition... additions) {
        return list.changed(
                new TodoChanges(List.of(), List.of(additions)), catalogue, RoundGuard.NONE, DietaryGuard.DECLARED);
    }

    private static Addition addition(long product, int quantity) {
        return new Addition(new ProductId(product), quantity);
    }

    @Test
    void linesShouldBeOpenAtFirst() {
        assertThat(list.items()).extracting(TodoItem::state).containsOnly(TodoState.OPEN);
        assertThat(list.open()).isEqualTo(list.items());
    }

    @ParameterizedTest
    @EnumSource
    void changeShouldMeanEveryLineOfTheProductAndNoOther(TodoState state) {
        TodoList after = changed(change(2, state, null));

        assertThat(after.items())
                .containsExactly(new TodoItem(1, CABBAGE), new TodoItem(2, PORK, state), new TodoItem(3, PORK, state));
    }

    @Test
    void quantityShouldBeSetOnEveryLineAndLeaveTheState() {
        TodoList picked = changed(change(2, TodoState.PICKED, null));

        TodoList after = picked.changed(
                new TodoChanges(List.of(change(2, null, 999)), List.of()),
                Map.of(),
                RoundGuard.NONE,
                DietaryGuard.DECLARED);

        assertThat(after.items())
                .containsExactly(
                        new TodoItem(1, CABBAGE),
                        new TodoItem(999, PORK, TodoState.PICKED),
                        new TodoItem(999, PORK, TodoState.PICKED));
    }

    @Test
    void stateAndQuantityShouldChangeTogether() {
        assertThat(changed(change(1, TodoState.HAVE, 7)).items().get(0))
                .isEqualTo(new TodoItem(7, CABBAGE, TodoState.HAVE));
    }

    @Test
    void laterOfTwoChangesToAProductShouldWin() {
        assertThat(changed(change(1, TodoState.PICKED, 5), change(1, TodoState.OPEN, null))
                        .items()
                        .get(0))
                .isEqualTo(new TodoItem(5, CABBAGE, TodoState.OPEN));
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 600", "PICKED, 600", "HAVE, 100", "REMOVED, 100"})
    void totalShouldCountWhatIsOpenOrPicked(TodoState state, String total) {
        assertThat(changed(change(2, state, null)).total()).isEqualByComparingTo(total);
    }

    @Test
    void removedLinesShouldStayListed() {
        assertThat(changed(change(1, TodoState.REMOVED, null)).items()).hasSize(3);
    }

    @Test
    void changeOfAProductThatIsNotListedShouldChangeNothing() {
        assertThatThrownBy(() -> changed(change(1, TodoState.PICKED, null), change(3, TodoState.PICKED, null)))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void quantityOutOfItsRangeShouldBeRefused(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, null, quantity));
        assertThatIllegalArgumentException().isThrownBy(() -> addition(1, quantity));
    }

    @Test
    void changesOfNothingShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TodoChanges(List.of(), List.of()));
    }

    @Test
    void addedProductShouldStandInWalkingOrder() {
        TodoList after = added(Products.byId(SALT), addition(3, 4));

        assertThat(after.items())
                .containsExactly(
                        new TodoItem(1, CABBAGE), new TodoItem(4, SALT), new TodoItem(2, PORK), new TodoItem(3, PORK));
    }

    @Test
    void additionShouldSetTheQuantityOfAListedProductAndNeverAddToIt() {
        assertThat(added(Map.of(), addition(2, 5), addition(2, 6)).items())
                .containsExactly(new TodoItem(1, CABBAGE), new TodoItem(6, PORK), new TodoItem(6, PORK));
    }

    @ParameterizedTest
    @EnumSource
    void additionShouldOpenAListedProductWhateverItsState(TodoState state) {
        TodoList before = changed(change(1, state, null));

        TodoList after = before.changed(
                new TodoChanges(List.of(), List.of(addition(1, 2))), Map.of(), RoundGuard.NONE, DietaryGuard.DECLARED);

        assertThat(after.items().get(0)).isEqualTo(new TodoItem(2, CABBAGE, TodoState.OPEN));
    }

    @Test
    void productShouldBeAddedAndPickedAtOnce() {
        TodoList after = list.changed(
                new TodoChanges(List.of(change(3, TodoState.PICKED, null)), List.of(addition(3, 1))),
                Products.byId(SALT),
                RoundGuard.NONE,
                DietaryGuard.DECLARED);

        assertThat(after.items()).contains(new TodoItem(1, SALT, TodoState.PICKED));
    }

    @Test
    void productThatIsNeitherListedNorInTheStoreShouldNotBeFound() {
        assertThatThrownBy(() -> added(Products.byId(SALT), addition(3, 1), addition(9, 1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void withheldProductShouldBeAConflict() {
        RoundGuard guard = new RoundGuard(
                List.of(NO_EGG),
                List.of(),
                List.of(),
                List.of(new WithheldItem(GuardedList.COUPON, SALT.id(), "rec", null, "salt", List.of(NO_EGG))));

        assertConflict(new TodoChanges(List.of(change(3, TodoState.OPEN, null)), List.of()), Map.of(), guard);
        assertConflict(new TodoChanges(List.of(), List.of(addition(3, 1))), Map.of(), guard);
        assertConflict(new TodoChanges(List.of(), List.of(addition(3, 1))), Products.byId(SALT), guard);
    }

    @Test
    void addedProductShouldBeScreened() {
        Product egg = Products.named(7, "egg", new ProductDietaryData(List.of(Allergen.EGG), List.of(), null));
        RoundGuard guard = new RoundGuard(List.of(NO_EGG), List.of(), List.of(), List.of());
        TodoChanges addition = new TodoChanges(List.of(), List.of(addition(7, 1)));

        assertConflict(addition, Products.byId(egg), guard);
        assertThat(list.changed(addition, Products.byId(egg), guard, DietaryGuard.OFF)
                        .has(egg.id()))
                .isTrue();
        assertThat(list.changed(addition, Products.byId(egg), RoundGuard.NONE, DietaryGuard.STRICT)
                        .has(egg.id()))
                .isTrue();
    }

    @Test
    void strictShouldRefuseAProductWithoutData() {
        RoundGuard guard = new RoundGuard(List.of(NO_EGG), List.of(), List.of(), List.of());
        TodoChanges addition = new TodoChanges(List.of(), List.of(addition(3, 1)));

        assertThat(list.changed(addition, Products.byId(SALT), guard, DietaryGuard.DECLARED)
                        .has(SALT.id()))
                .isTrue();
        assertThatThrownBy(() -> list.changed(addition, Products.byId(SALT), guard, DietaryGuard.STRICT))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void listedProductThatBreaksARestrictionLearntLaterShouldNotBeAddedAgainButMayBeRemoved() {
        Product egg = Products.named(7, "egg", new ProductDietaryData(List.of(Allergen.EGG), List.of(), null));
        TodoList withEgg = new TodoList(List.of(new TodoItem(1, egg)));
        RoundGuard guard = new RoundGuard(List.of(NO_EGG), List.of(), List.of(), List.of());

        assertThatThrownBy(() -> withEgg.changed(
                        new TodoChanges(List.of(), List.of(addition(7, 1))), Map.of(), guard, DietaryGuard.DECLARED))
                .isInstanceOf(DomainException.class);
        assertThat(withEgg.changed(
                                new TodoChanges(List.of(change(7, TodoState.REMOVED, null)), List.of()),
                                Map.of(),
                                guard,
                                DietaryGuard.DECLARED)
                        .open())
                .isEmpty();
    }

    @Test
    void listShouldNotGrowWithoutEnd() {
        List<TodoItem> full = LongStream.rangeClosed(1, TodoList.MAX_LINES)
                .mapToObj(id -> new TodoItem(1, Products.inSection(id, "PR")))
                .toList();
        TodoList longest = new TodoList(full);
        Product more = Products.inSection(5_000, "PR");

        assertThatThrownBy(() -> longest.changed(
                        new TodoChanges(List.of(), List.of(addition(5_000, 1))),
                        Products.byId(more),
                        RoundGuard.NONE,
                        DietaryGuard.DECLARED))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(longest.changed(
                                new TodoChanges(List.of(), List.of(addition(1, 9))),
                                Map.of(),
                                RoundGuard.NONE,
                                DietaryGuard.DECLARED)
                        .items())
                .hasSize(TodoList.MAX_LINES);
    }

    private void assertConflict(TodoChanges changes, Map<ProductId, Product> catalogue, RoundGuard guard) {
        assertThatThrownBy(() -> list.changed(changes, catalogue, guard, DietaryGuard.DECLARED))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
