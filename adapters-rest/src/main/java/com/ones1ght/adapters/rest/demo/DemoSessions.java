package com.ones1ght.adapters.rest.demo;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.DemoKeys;
import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.profile.CreateProfileUseCase;
import com.ones1ght.application.profile.IssueProfileTokenUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Opens sessions of the demonstration with the demo tenant's client key, which stays on the server. */
@Dependent
public class DemoSessions {

    private static final ProfileDocument NEW_SHOPPER = new ProfileDocument("{}");

    private final DemoTenant demo;
    private final Instance<DemoKeys> keys;
    private final AuthenticateUseCase authenticate;
    private final CreateProfileUseCase createProfile;
    private final IssueProfileTokenUseCase issueToken;

    /** @param keys of the demonstration; those of all nodes are known only after the start */
    @Inject
    public DemoSessions(
            DemoTenant demo,
            Instance<DemoKeys> keys,
            AuthenticateUseCase authenticate,
            CreateProfileUseCase createProfile,
            IssueProfileTokenUseCase issueToken) {
        this.demo = demo;
        this.keys = keys;
        this.authenticate = authenticate;
        this.createProfile = createProfile;
        this.issueToken = issueToken;
    }

    /** @throws NotFoundException while the demonstration is off */
    void requireDemo() {
        if (!demo.enabled()) {
            throw new NotFoundException();
        }
    }

    /**
     * A session for a fresh profile, or for that of a valid token of the demonstration.
     *
     * @param token what the page already has; null when it has none
     */
    DemoSessionReply open(@Nullable String token) {
        DemoKeys shared = keys.get();
        if (shared == null) {
            throw new NotFoundException();
        }
        Principal principal =
                authenticate.authenticate(new AuthenticateUseCase.Command(shared.client(), Area.PROVISIONING));
        ApiKey key = ((Principal.KeyHolder) principal).key();
        ProfileId known = token == null ? null : profileOf(token, key);
        if (known != null) {
            try {
                return session(key, known, false);
            } catch (NotFoundException erased) {
                // A fresh one follows.
            }
        }
        ProfileId fresh = createProfile
                .create(new CreateProfileUseCase.Command(key.owner(), NEW_SHOPPER))
                .id();
        return session(key, fresh, true);
    }

    private DemoSessionReply session(ApiKey key, ProfileId profile, boolean isFresh) {
        return DemoSessionReply.of(
                profile,
                issueToken.issue(
                        new IssueProfileTokenUseCase.Command(key, profile, null, ProfileToken.DEFAULT_TERM, isFresh)));
    }

    private @Nullable ProfileId profileOf(String token, ApiKey key) {
        try {
            return authenticate.authenticate(new AuthenticateUseCase.Command(token, Area.PROFILE))
                                    instanceof Principal.ProfileTokenHolder holder
                            && holder.token().key().equals(key.id())
                    ? holder.token().profile()
                    : null;
        } catch (DomainException refused) {
            // Whatever is wrong with it, a fresh session helps; only an unavailable gateway does not give one.
            if (refused.code() == ErrorCode.UNAVAILABLE) {
                throw refused;
            }
            return null;
        }
    }
}
