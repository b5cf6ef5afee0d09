package com.ones1ght.application.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.FakeProfileTokens;
import com.ones1ght.application.profile.IssueProfileTokenUseCase.Command;
import com.ones1ght.application.profile.IssueProfileTokenUseCase.Issued;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueProfileTokenServiceTest {

    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final FakeProfileTokens tokens = new FakeProfileTokens();
    private final JacksonProfileDocuments documents = new JacksonProfileDocuments();
    private final InMemoryTemporaryProfiles temporary = new InMemoryTemporaryProfiles(storage.profiles());
    private final IssueProfileTokenService issue =
            new IssueProfileTokenService(storage.profiles(), temporary, tokens, clock);
    private final ApiKey key = aKey();

    @Test
    void tokenShouldSayWhoIssuedItForWhomAndUntilWhen() {
        ProfileId profile = newProfile();

        Issued issued = issue(profile, Set.of(Scope.CHAT));

        assertThat(issued.token()).startsWith("ost_" + key.tenant().code() + "_");
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(tokens.read(issued.token()))
                .contains(new ProfileToken(key.id(), profile, Set.of(Scope.CHAT), NOW, NOW.plusSeconds(60)));
        assertThat(issued.toString()).doesNotContain(issued.token());
    }

    @Test
    void profileThatIsUnknownDeletedOrSomebodyElsesShouldNotBeFound() {
        ProfileId deleted = newProfile();
        new DeleteProfileService(storage.profiles(), storage.unitOfWork(), chats -> {}, clock)
                .delete(new DeleteProfileUseCase.Command(key.owner(), deleted));
        ProfileId ofOther = newProfile();

        assertThatThrownBy(() -> issue(new ProfileId(UUID.randomUUID()), null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> issue(deleted, null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> issue.issue(new Command(aKey(), ofOther, null, Duration.ofSeconds(60))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void profileOfATokenShouldStayUnlessItIsTemporary() {
        issue(newProfile(), null);

        assertThat(temporary.usableBefore(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void temporaryProfileShouldLastAsLongAsItsLastToken() {
        ApiKey demo = aKey(new Tenant(storage.aTenant().id(), DemoTenant.CODE, "Demo", Language.KO, true));
        ProfileId profile = newProfile(demo);
        issue.issue(new Command(demo, profile, null, Duration.ofSeconds(60), true));
        clock.advance(Duration.ofSeconds(30));
        issue.issue(new Command(demo, profile, null, Duration.ofSeconds(60)));
        issue.issue(new Command(demo, newProfile(demo), null, Duration.ofSeconds(60)));

        assertThat(temporary.usableBefore(NOW.plusSeconds(90), 10)).isEmpty();
        assertThat(temporary.usableBefore(NOW.plusSeconds(91), 10))
                .containsExactly(new TemporaryProfiles.Temporary(demo.owner(), profile));
    }

    private Issued issue(ProfileId profile, @Nullable Set<Scope> scopes) {
        return issue.issue(new Command(key, profile, scopes, Duration.ofSeconds(60)));
    }

    private ProfileId newProfile() {
        return newProfile(key);
    }

    private ProfileId newProfile(ApiKey owner) {
        return new CreateProfileService(storage.profiles(), documents, storage.unitOfWork(), UUID::randomUUID, clock)
                .create(new CreateProfileUseCase.Command(owner.owner(), new ProfileDocument("{}")))
                .id();
    }

    private ApiKey aKey() {
        return aKey(storage.aTenant());
    }

    private static ApiKey aKey(Tenant tenant) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                Set.of(Scope.PROFILE, Scope.CHAT),
                NOW,
                null,
                null);
    }
}
