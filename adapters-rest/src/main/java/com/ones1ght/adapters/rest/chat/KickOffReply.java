package com.ones1ght.adapters.rest.chat;

import com.ones1ght.application.chat.KickOffRoundUseCase.Accepted;

/** An accepted question on the wire. */
record KickOffReply(String chatId, String roundId) {

    static KickOffReply from(Accepted accepted) {
        return new KickOffReply(accepted.chat().toString(), accepted.round().toString());
    }
}
