package com.ones1ght.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatSessionStatusTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void statusShouldBeChatUntilTheShoppingListIsThere(int done) {
        assertThat(ChatSessionStatus.of(RoundState.KICKED_OFF, new Progress(done, false)))
                .isEqualTo(ChatSessionStatus.CHAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void statusShouldBeReadyFromThenOnWhileTheRestStillRuns(int done) {
        assertThat(ChatSessionStatus.of(RoundState.KICKED_OFF, new Progress(done, false)))
                .isEqualTo(ChatSessionStatus.READY);
    }

    @Test
    void statusShouldBeReadyWhenAllIsDone() {
        assertThat(ChatSessionStatus.of(RoundState.COMPLETED, new Progress(4, false)))
                .isEqualTo(ChatSessionStatus.READY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void statusShouldBeErrorWhateverWasDoneBefore(int done) {
        assertThat(ChatSessionStatus.of(RoundState.ERROR, new Progress(done, true)))
                .isEqualTo(ChatSessionStatus.ERROR);
    }
}
