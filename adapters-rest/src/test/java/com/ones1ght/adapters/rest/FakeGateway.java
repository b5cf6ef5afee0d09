package com.ones1ght.adapters.rest;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.ExpiredTokenException;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.ValidateKeyUseCase;
import com.ones1ght.application.barcode.BarcodeSheet;
import com.ones1ght.application.barcode.GetBarcodesUseCase;
import com.ones1ght.application.chat.CancelRoundUseCase;
import com.ones1ght.application.chat.ChangeTodosUseCase;
import com.ones1ght.application.chat.ChatHead;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.chat.Watched;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.profile.CreateProfileUseCase;
import com.ones1ght.application.profile.DeleteProfileUseCase;
import com.ones1ght.application.profile.IssueProfileTokenUseCase;
import com.ones1ght.application.profile.UpdateProfileUseCase;
import com.ones1ght.application.profile.port.ProfileQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.store.ShowStorePlanUseCase;
import com.ones1ght.application.store.StorePlan;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All use cases but those of visits, in memory: one tenant, one set of profiles, and for the rest whatever a test puts
 * in.
 */
public final class FakeGateway
        implements AuthenticateUseCase,
                ValidateKeyUseCase,
                CreateProfileUseCase,
                ProfileQueries,
                UpdateProfileUseCase,
                DeleteProfileUseCase,
                IssueProfileTokenUseCase,
                KickOffRoundUseCase,
                ChatQueries,
                WatchChatUseCase,
                ChangeTodosUseCase,
                CancelRoundUseCase,
                GetBarcodesUseCase {

    public static final String KEY = "osk_two_708f0000";
    public static final String PROFILE_ONLY_KEY = "osk_two_profile";
    public static final String CHAT_ONLY_KEY = "osk_two_chat";
    public static final String EXPIRED_KEY = "osk_two_expired";
    public static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-00000000000a");
    public static final Instant NOW = Instant.parse("2026-04-17T05:36:28.123Z");

    /** Of the profile {@link #ID}. */
    public static final String TOKEN = "ost_two_token";

    public static final String EXPIRED_TOKEN = "ost_two_expired";

    public static final String ADMIN_KEY = "oak_two_admin";

    private final FakeVisits visits = new FakeVisits();
    private final FakeEvents events = new FakeEvents();
    private final Map<ProfileId, Profile> profiles = new ConcurrentHashMap<>();
    private volatile @Nullable CompletionStage<Watched> watched;
    private volatile WatchChatUseCase.@Nullable Query lastPoll;
    private volatile boolean revoked;
    private volatile BarcodeSheet sheet = new BarcodeSheet(List.of(), List.of(), List.of(), List.of());
    private volatile @Nullable StorePlan plan;
    private volatile @Nullable RuntimeException failure;
    private volatile KickOffRoundUseCase.@Nullable Command lastKickOff;
    private volatile ChangeTodosUseCase.@Nullable Command lastChange;
    private volatile @Nullable PageRequest lastPage;

    /** What every client is shown of the store {@code main}; fails while there is none. */
    public void show(StorePlan shown) {
        plan = shown;
    }

    /** The use case of plans; any other store than {@code main} is unknown. */
    public ShowStorePlanUseCase plans() {
        return query -> {
            StorePlan shown = plan;
            if (!query.store().value().equals("main")) {
                return CompletableFuture.failedStage(new NotFoundException());
            }
            return shown == null
                    ? CompletableFuture.failedStage(new StoreUnavailableException("the test's store is away"))
                    : CompletableFuture.completedStage(shown);
        };
    }

    /** The use cases of triggers and events. */
    public FakeEvents events() {
        return events;
    }

    /** The use cases of visits and chat sessions. */
    public FakeVisits visits() {
        return visits;
    }

    /** What every poll of a chat gets from now on; until then there is none. */
    public void show(CompletionStage<Watched> stage) {
        watched = stage;
    }

    /** What every question for barcodes gets from now on. */
    public void show(BarcodeSheet barcodes) {
        sheet = barcodes;
    }

    /** What every later call but authentication fails with. */
    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** The last question that was accepted. */
    public KickOffRoundUseCase.@Nullable Command lastKickOff() {
        return lastKickOff;
    }

    /** The last change of a shopping list. */
    public ChangeTodosUseCase.@Nullable Command lastChange() {
        return lastChange;
    }

    /** The last poll of a chat or round. */
    public WatchChatUseCase.@Nullable Query lastPoll() {
        return lastPoll;
    }

    /** From now on no key is valid. */
    public void revokeKeys() {
        revoked = true;
    }

    /** The last list that was asked for. */
    public @Nullable PageRequest lastPage() {
        return lastPage;
    }

    /** The text of a profile's document. */
    public String document(String profile) {
        return find(new ProfileId(UUID.fromString(profile))).document().json();
    }

    @Override
    public Principal authenticate(AuthenticateUseCase.Command command) {
        String credential = revoked ? null : command.credential();
        return switch (credential == null ? "" : credential) {
            case KEY -> holder(command.area(), apiKey(KeyType.CLIENT_SDK, Scope.values()));
            case PROFILE_ONLY_KEY -> holder(command.area(), apiKey(KeyType.CLIENT_SDK, Scope.PROFILE));
            case CHAT_ONLY_KEY -> holder(command.area(), apiKey(KeyType.CLIENT_SDK, Scope.CHAT));
            case TOKEN -> tokenHolder(command.area());
            case EXPIRED_TOKEN -> throw new ExpiredTokenException();
            case ADMIN_KEY -> holder(command.area(), apiKey(KeyType.ADMIN));
            default -> throw unknownKey();
        };
    }

    private static Principal tokenHolder(Area asked) {
        ApiKey key = apiKey(KeyType.CLIENT_SDK, Scope.values());
        if (!asked.isOpenToTokenOf(key)) {
            throw new DomainException(ErrorCode.FORBIDDEN, "Not with this token");
        }
        return new Principal.ProfileTokenHolder(key, token(key));
    }

    private static ProfileToken token(ApiKey key) {
        return ProfileToken.issue(key, new ProfileId(ID), null, ProfileToken.DEFAULT_TERM, NOW);
    }

    private static Principal holder(Area asked, ApiKey key) {
        if (!asked.isOpenTo(key)) {
            throw new DomainException(ErrorCode.FORBIDDEN, "Not with this key");
        }
        return new Principal.KeyHolder(key);
    }

    @Override
    public Validation validate(ValidateKeyUseCase.Command command) {
        return switch (command.presentedKey()) {
            case KEY -> validation(null, "osk_two_708f", KeyStatus.ACTIVE);
            case EXPIRED_KEY -> validation(null, "osk_two_708f", KeyStatus.EXPIRED);
            case TOKEN ->
                validation(token(apiKey(KeyType.CLIENT_SDK, Scope.values())), "ost_two_AwOE", KeyStatus.ACTIVE);
            default -> throw unknownKey();
        };
    }

    private static Validation validation(@Nullable ProfileToken token, String prefix, KeyStatus status) {
        return new Validation(apiKey(KeyType.CLIENT_SDK, Scope.values()), token, prefix, status);
    }

    @Override
    public Issued issue(IssueProfileTokenUseCase.Command command) {
        find(command.profile());
        return new Issued(
                "ost_two_" + command.scopes(), NOW.plus(command.term()).truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public Profile create(CreateProfileUseCase.Command command) {
        return keep(new ProfileId(UUID.randomUUID()), command.owner(), command.document());
    }

    @Override
    public Optional<Profile> find(Owner owner, ProfileId id) {
        failIfAsked();
        return Optional.ofNullable(profiles.get(id))
                .filter(profile -> profile.owner().equals(owner));
    }

    @Override
    public Profile update(UpdateProfileUseCase.Command command) {
        find(command.profile());
        return keep(command.profile(), command.owner(), command.changes());
    }

    @Override
    public Profile delete(DeleteProfileUseCase.Command command) {
        Profile found = find(command.profile());
        profiles.remove(command.profile());
        return found;
    }

    @Override
    public Accepted kickOff(KickOffRoundUseCase.Command command) {
        failIfAsked();
        lastKickOff = command;
        return new Accepted(new ChatId(ID), new RoundId(ID));
    }

    @Override
    public Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page) {
        failIfAsked();
        lastPage = page;
        ChatPage.RoundRef round = new ChatPage.RoundRef(1, new RoundId(ID));
        return Optional.of(new ChatPage(List.of(new ChatPage.Item(new ChatId(ID), List.of(round), NOW)), 42, page));
    }

    @Override
    public Optional<ChatPage.Extent> extent(Owner owner, ProfileId profile, PageRequest page) {
        return page(owner, profile, page).map(ChatPage::extent);
    }

    @Override
    public Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat) {
        throw new UnsupportedOperationException("resources watch chats");
    }

    @Override
    public Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        throw new UnsupportedOperationException("resources watch rounds");
    }

    @Override
    public Optional<ChatHead> head(Owner owner, ProfileId profile, ChatId chat) {
        throw new UnsupportedOperationException("resources watch chats");
    }

    @Override
    public Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        throw new UnsupportedOperationException("resources do not read results");
    }

    @Override
    public Optional<CompletionStage<Watched>> watch(WatchChatUseCase.Query query) {
        failIfAsked();
        lastPoll = query;
        return Optional.ofNullable(watched);
    }

    @Override
    public CompletionStage<WatchedChat> change(ChangeTodosUseCase.Command command) {
        failIfAsked();
        lastChange = command;
        CompletionStage<Watched> stage = watched;
        if (stage == null) {
            throw new NotFoundException();
        }
        return stage.thenApply(WatchedChat.class::cast);
    }

    @Override
    public CompletionStage<WatchedChat> cancel(CancelRoundUseCase.Command command) {
        failIfAsked();
        return Optional.ofNullable(watched).orElseThrow(NotFoundException::new).thenApply(WatchedChat.class::cast);
    }

    @Override
    public BarcodeSheet get(GetBarcodesUseCase.Query query) {
        failIfAsked();
        return sheet;
    }

    private Profile find(ProfileId id) {
        failIfAsked();
        Profile found = profiles.get(id);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    private Profile keep(ProfileId id, Owner owner, ProfileDocument document) {
        failIfAsked();
        ProfileFacts facts = new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);
        Profile profile = new Profile(id, owner, document, facts, NOW, NOW);
        profiles.put(id, profile);
        return profile;
    }

    private void failIfAsked() {
        RuntimeException exception = failure;
        if (exception != null) {
            throw exception;
        }
    }

    private static DomainException unknownKey() {
        return new InvalidApiKeyException();
    }

    private static ApiKey apiKey(KeyType type, Scope... scopes) {
        Tenant tenant = new Tenant(new TenantId(ID), "two", "Two", Language.KO, true);
        return new ApiKey(
                new ApiKeyId(ID),
                tenant,
                new KeyLine(ID),
                type,
                "osk_two_708f",
                Set.of(scopes),
                NOW,
                Instant.parse("2026-06-16T05:36:28Z"),
                null);
    }
}
