package com.ones1ght.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.access.DemoKeys;
import com.ones1ght.application.shared.port.AtOnce;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlSharedDemoKeysTest {

    private final Sql sql = TestDatabase.shared().sql();
    private final SqlSharedDemoKeys keys = new SqlSharedDemoKeys(sql);

    @BeforeEach
    void forget() {
        sql.statement("DELETE FROM demo_keys").update();
    }

    private static DemoKeys proposal(int number) {
        return new DemoKeys("osk_demo_" + number, "oak_demo_" + number);
    }

    @Test
    void theFirstProposalShouldWin() {
        assertThat(keys.agree(proposal(1))).isEqualTo(proposal(1));
        assertThat(keys.agree(proposal(2))).isEqualTo(proposal(1));
    }

    @Test
    void simultaneousProposalsShouldGiveTheSameKeys() {
        List<DemoKeys> agreed = AtOnce.on(8, number -> keys.agree(proposal(number)));

        assertThat(agreed).containsOnly(agreed.get(0));
    }
}
