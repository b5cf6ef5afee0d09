package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListChatsServiceTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ListChatsService service = new ListChatsService(storage.chatViews());

    @Test
    void chatsOfAProfileShouldBeListed() {
        Started started = storage.aStartedRoundOf(storage.aProfile(), NOW);

        ChatPage page = service.list(
                new ListChatsUseCase.Query(started.owner(), started.profile().id(), RunSamples.FIRST_PAGE));

        assertThat(page.items())
                .extracting(ChatPage.Item::chat)
                .containsExactly(started.chat().id());
    }

    @Test
    void somebodyElsesProfileShouldNotBeFound() {
        Started started = storage.aStartedRound();

        assertThatThrownBy(() -> service.list(new ListChatsUseCase.Query(
                        storage.anOwner(), started.profile().id(), RunSamples.FIRST_PAGE)))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, page", "1000001, 1, page", "0, 0, limit", "0, -1, limit"})
    void pageOutOfRangeShouldNameItsField(int page, int limit, String field) {
        assertThatThrownBy(() -> new PageRequest(page, limit, PageRequest.Order.ASC))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo(field));
    }

    @Test
    void tooLargeALimitShouldCountAsTheLargest() {
        PageRequest page = new PageRequest(1_000_000, 501, PageRequest.Order.ASC);

        assertThat(page.limit()).isEqualTo(500);
        assertThat(page.offset()).isEqualTo(500_000_000L);
    }
}
