package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shopping lists of rounds, for changes by shoppers. What is not the owner's is not found. */
public interface TodoLists {

    /** The round with its list, as it is stored now. */
    Optional<ListedRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * The same, locked until the end of the caller's transaction against other changes, the runner and refinements. The
     * lock comes after all others that an operation takes, so the caller takes none after it.
     */
    Optional<ListedRound> lock(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * Replaces the list of a round that the caller has locked. The steps of the round stay as they are.
     *
     * @param document for clients
     * @param now when clients are shown that the round changed
     */
    void save(Owner owner, RoundId round, TodoList list, JsonFragment document, Instant now);

    /**
     * A round as changes of its list need it.
     *
     * @param run the number of its current run
     * @param store the store that the shopper is in; null means the installation's default store
     * @param language the round's
     * @param guard what the shopper does not get
     * @param todos null until step 2 is done
     */
    record ListedRound(
            int run,
            @Nullable StoreId store,
            Language language,
            RoundGuard guard,
            @Nullable ListedTodos todos) {

        public ListedRound {
            Require.notNull(language, "language");
            Require.notNull(guard, "guard");
        }
    }

    /** The list, and the document in which clients are shown it. */
    record ListedTodos(TodoList list, JsonFragment document) {}
}
