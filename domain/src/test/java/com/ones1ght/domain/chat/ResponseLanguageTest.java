package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResponseLanguageTest {
    private static final Tenant SPEAKS_ENGLISH =
            new Tenant(new TenantId(new UUID(0, 1)), "two", "Two", Language.EN, true);

    @Test
    void languageOfTheProfileShouldWin() {
        assertThat(ResponseLanguage.of(Language.JA, SPEAKS_ENGLISH)).isEqualTo(Language.JA);
    }

    @Test
    void languageOfTheTenantShouldComeNext() {
        assertThat(ResponseLanguage.of(null, SPEAKS_ENGLISH)).isEqualTo(Language.EN);
        assertThat(Language.DEFAULT).isEqualTo(Language.KO);
    }
}
