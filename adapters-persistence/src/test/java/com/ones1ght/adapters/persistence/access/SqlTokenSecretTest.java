package com.ones1ght.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.shared.port.AtOnce;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTokenSecretTest {

    private final Sql sql = TestDatabase.shared().sql();
    private final SqlTokenSecret secret = new SqlTokenSecret(sql);

    @BeforeEach
    void forget() {
        sql.statement("DELETE FROM token_secret").update();
    }

    @Test
    void theFirstSecretShouldBeThatOfAllNodes() {
        assertThat(secret.agree(() -> "one")).isEqualTo("one");
        assertThat(new SqlTokenSecret(sql).agree(() -> "two")).isEqualTo("one");
    }

    @Test
    void nodesThatStartAtOnceShouldAgreeOnOneSecret() {
        List<String> agreed = AtOnce.on(8, number -> secret.agree(new RandomKeySecrets()));

        assertThat(agreed).containsOnly(agreed.get(0));
    }
}
