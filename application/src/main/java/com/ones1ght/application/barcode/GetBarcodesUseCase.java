package com.ones1ght.application.barcode;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Gathers the products of a round with their barcodes, from what the round stores alone. */
public interface GetBarcodesUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's */
    BarcodeSheet get(Query query);

    /**
     * @param owner who asks
     * @param profile whose chat
     * @param chat which
     * @param round whose products
     */
    record Query(Owner owner, ProfileId profile, ChatId chat, RoundId round) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
        }
    }
}
