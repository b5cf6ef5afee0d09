package com.ones1ght.application.barcode;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.barcode.Ean13;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.shared.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetBarcodesServiceTest {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Started started = storage.aStartedRoundOf(storage.aProfile(), NOW);
    private final GetBarcodesService service = new GetBarcodesService(storage.chatQueries());

    @Test
    void productsShouldStayWhereTheyStandInTheRoundAndItemsWithoutOneBeLeftOut() {
        RunSamples.advance(storage, started, 4, NOW);

        BarcodeSheet sheet = sheet(started.round().id());

        assertThat(sheet.todos())
                .extracting(BarcodeSheet.Entry::product)
                .containsExactly(ResultSamples.TOFU, ResultSamples.BAG);
        assertThat(sheet.recommends())
                .extracting(BarcodeSheet.Entry::product)
                .containsExactly(ResultSamples.TOFU, ResultSamples.BAG);
        assertThat(sheet.ads()).extracting(BarcodeSheet.Entry::product).containsExactly(ResultSamples.TOFU);
        assertThat(sheet.coupons()).extracting(BarcodeSheet.Entry::product).containsExactly(ResultSamples.BAG);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 2", "PICKED, 2", "HAVE, 1", "REMOVED, 1"})
    void onlyWhatIsBoughtShouldGoOverTheTill(TodoState state, int todos) {
        RunSamples.advance(storage, started, 2, NOW);
        TodoList list =
                new TodoList(List.of(new TodoItem(2, ResultSamples.TOFU, state), new TodoItem(1, ResultSamples.BAG)));
        storage.run(() ->
                storage.todoLists().save(started.owner(), started.round().id(), list, JsonFragment.of("{}"), NOW));

        assertThat(sheet(started.round().id()).todos()).hasSize(todos);
    }

    @Test
    void onlyAValidBarcodeShouldBeAnEan13() {
        RunSamples.advance(storage, started, 2, NOW);

        assertThat(sheet(started.round().id()).todos())
                .extracting(BarcodeSheet.Entry::ean13)
                .containsExactly(Ean13.parse(ResultSamples.TOFU.barcode()), Ean13.parse(null));
    }

    @Test
    void roundWithoutResultsShouldHaveNoProducts() {
        BarcodeSheet sheet = sheet(started.round().id());

        assertThat(sheet.todos()).isEmpty();
        assertThat(sheet.recommends()).isEmpty();
        assertThat(sheet.ads()).isEmpty();
        assertThat(sheet.coupons()).isEmpty();
    }

    @Test
    void roundThatIsNotTheOwnersShouldNotBeFound() {
        assertThatThrownBy(() -> sheet(new RoundId(UUID.randomUUID()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.get(new GetBarcodesUseCase.Query(
                        storage.anOwner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())))
                .isInstanceOf(NotFoundException.class);
    }

    private BarcodeSheet sheet(RoundId round) {
        return service.get(new GetBarcodesUseCase.Query(
                started.owner(), started.profile().id(), started.chat().id(), round));
    }
}
