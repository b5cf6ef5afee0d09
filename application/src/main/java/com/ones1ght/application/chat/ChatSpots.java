package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.Tenant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The coupon spots that belong to what clients see of a chat: those of the shopper's store, in the shopper's language. */
record ChatSpots(CouponSpotBoard board, DefaultStore defaultStore) {

    /** @return a JSON array; never fails, and is completed within a second */
    CompletionStage<JsonFragment> of(ProfileSummary summary, @Nullable StoreId store, Tenant tenant) {
        return board.shown(defaultStore.unless(store), ResponseLanguage.of(summary.locale(), tenant));
    }

    /** The chat with its spots; never fails, and is completed within a second. */
    CompletionStage<WatchedChat> addTo(ChatView chat, Tenant tenant) {
        return of(chat.profileSummary(), chat.store(), tenant).thenApply(spots -> new WatchedChat(chat, spots));
    }
}
