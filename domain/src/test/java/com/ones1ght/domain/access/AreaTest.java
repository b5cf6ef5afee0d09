package com.ones1ght.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static List<Area> openTo(KeyType type, boolean openApi, Scope... scopes) {
        ApiKey key = aKey(type, openApi, scopes);
        return those(area -> area.isOpenTo(key));
    }

    private static ApiKey aKey(KeyType type, boolean openApi, Scope... scopes) {
        Tenant tenant = new Tenant(new TenantId(new UUID(0, 1)), "two", "Two", Language.EN, openApi);
        return new ApiKey(
                new ApiKeyId(new UUID(0, 2)),
                tenant,
                new KeyLine(new UUID(0, 3)),
                type,
                "osk_two_0123",
                Set.of(scopes),
                Instant.EPOCH,
                null,
                null);
    }

    private static List<Area> those(Predicate<Area> open) {
        return Arrays.stream(Area.values()).filter(open).toList();
    }

    @Test
    void clientKeysShouldBeAcceptedForTheirScopes() {
        assertThat(openTo(KeyType.CLIENT_SDK, true, Scope.PROFILE, Scope.CHAT))
                .containsExactly(Area.PROFILE, Area.PROVISIONING, Area.CHAT, Area.GENERAL);
        assertThat(openTo(KeyType.CLIENT_SDK, true, Scope.PROFILE))
                .containsExactly(Area.PROFILE, Area.PROVISIONING, Area.GENERAL);
        assertThat(openTo(KeyType.CLIENT_SDK, true, Scope.CHAT)).containsExactly(Area.CHAT, Area.GENERAL);
    }

    @Test
    void clientKeysShouldBeRefusedWhileTheOpenApiIsOff() {
        assertThat(openTo(KeyType.CLIENT_SDK, false, Scope.PROFILE, Scope.CHAT)).isEmpty();
    }

    @Test
    void tokensShouldBeAcceptedWhereTheirScopesAreButNotForNewProfilesAndTokens() {
        ApiKey both = aKey(KeyType.CLIENT_SDK, true, Scope.PROFILE, Scope.CHAT);
        ApiKey off = aKey(KeyType.CLIENT_SDK, false, Scope.PROFILE, Scope.CHAT);

        assertThat(those(area -> area.isOpenToTokenOf(both))).containsExactly(Area.PROFILE, Area.CHAT, Area.GENERAL);
        assertThat(those(area -> area.isOpenToTokenOf(both.narrowedTo(Set.of(Scope.CHAT)))))
                .containsExactly(Area.CHAT, Area.GENERAL);
        assertThat(those(area -> area.isOpenToTokenOf(off))).isEmpty();
    }

    @Test
    void adminKeysShouldBeAcceptedForAdministrationWhateverTheirScopesAndTheOpenApi() {
        assertThat(openTo(KeyType.ADMIN, true, Scope.PROFILE, Scope.CHAT)).containsExactly(Area.ADMIN, Area.GENERAL);
        assertThat(openTo(KeyType.ADMIN, false)).containsExactly(Area.ADMIN, Area.GENERAL);
    }

    @Test
    void adminsAndTheOperatorShouldBeAcceptedForTheirOwnAdministrationOnly() {
        assertThat(those(Area::isOpenToAdmins)).containsExactly(Area.ADMIN, Area.GENERAL);
        assertThat(those(Area::isOpenToOperator)).containsExactly(Area.SYSTEM, Area.GENERAL);
    }
}
