package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionBudgetTest {

    @ParameterizedTest
    @CsvSource({"20, 1, 97", "20, 4, 97", "96, 1, 97", "31, 3, 97"})
    void fittingNodesShouldReportNoShortage(int poolSize, int nodes, int available) {
        assertThat(new ConnectionBudget(poolSize, nodes, available).shortage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"32, 3, 97, 31", "97, 1, 97, 96", "20, 5, 97, 18"})
    void shortageShouldNameThePoolSizeThatFits(int poolSize, int nodes, int available, int fitting) {
        ConnectionBudget budget = new ConnectionBudget(poolSize, nodes, available);

        assertThat(budget.shortage().orElseThrow())
                .startsWith(nodes + " node(s) may open " + (poolSize + 1) + " connections each")
                .contains("PostgreSQL accepts " + available)
                .contains("ones1ght.db.pool-size to at most " + fitting);
        assertThat(new ConnectionBudget(fitting, nodes, available).shortage()).isEmpty();
    }

    @Test
    void limitAndOtherNodesShouldBeReadFromServer() throws Exception {
        TestDatabase database = TestDatabase.shared();
        int alone = ConnectionBudget.read(database.sql(), 20).nodes();
        String url = database.server().unwrap(PGSimpleDataSource.class).getURL();
        PGSimpleDataSource otherNode = new PGSimpleDataSource();
        otherNode.setURL(url);
        otherNode.setUser("postgres");
        otherNode.setApplicationName(SharedPersistence.SIGNALS);

        try (Connection listening = otherNode.getConnection()) {
            ConnectionBudget budget = ConnectionBudget.read(database.sql(), 20);

            assertThat(listening.isValid(1)).isTrue();
            assertThat(budget.nodes()).isEqualTo(alone + 1);
            assertThat(budget.perNode()).isEqualTo(21);
            assertThat(budget.available()).isPositive();
        }
    }

    @Test
    void roleLimitShouldApply() {
        TestDatabase database = TestDatabase.shared();
        database.sql().statement("ALTER ROLE postgres CONNECTION LIMIT 90").update();
        try {
            assertThat(ConnectionBudget.read(database.sql(), 20).available()).isEqualTo(90);
        } finally {
            database.sql().statement("ALTER ROLE postgres CONNECTION LIMIT -1").update();
        }
    }
}
