package com.ones1ght.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditDetailsTest {

    @Test
    void valuesShouldBeTextsInTheirOrderWithoutThoseThatAreMissing() {
        Map<String, String> details = AuditDetails.none()
                .with("type", KeyType.CLIENT_SDK)
                .with("credits", 7L)
                .with("url", null)
                .with("scopes", List.of(Scope.PROFILE, Scope.CHAT))
                .with("none", List.of())
                .values();

        assertThat(details)
                .containsExactly(
                        Map.entry("type", "client_sdk"),
                        Map.entry("credits", "7"),
                        Map.entry("scopes", "profile,chat"),
                        Map.entry("none", ""));
    }
}
