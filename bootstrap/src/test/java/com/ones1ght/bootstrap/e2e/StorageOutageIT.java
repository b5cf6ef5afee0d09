package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database is away while rounds run: they wait for it, and go on. */
@ExtendWith(SharedServer.class)
class StorageOutageIT {

    private static final int ROUNDS = 20;
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The look-up of the tenant's model is held until all connections are cut, so that the cut falls into it. */
    @Test
    void roundsOfATenantWithAModelOfItsOwnShouldCompleteAfterAnOutage(PackagedServer server) throws SQLException {
        Database database = new Database(server);
        Tenant tenant = database.newTenant("ko", ROUNDS);
        Api api = new Api(server.baseUrl(), tenant.key());
        api.withKey(database.newAdminKey(tenant))
                .post(
                        "/v1/admin/models",
                        "{\"name\":\"own\",\"type\":\"open_api\",\"backend\":\"embedded\",\"active\":true}")
                .expect(201);
        List<Kickoff> kickoffs = new ArrayList<>();
        String logBefore = server.log();

        try (Connection inside = connect(server, server.jdbcUrl());
                Connection outside = connect(server, server.jdbcUrl().replaceFirst("/[^/]+$", "/template1"))) {
            inside.setAutoCommit(false);
            execute(inside, "LOCK TABLE tenant_model IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < ROUNDS; i++) {
                kickoffs.add(api.kickOff(api.newProfile(), "오늘 저녁 카레 땡기는데"));
            }
            await().atMost(PATIENCE)
                    .until(() -> database.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND query LIKE '%tenant_model%'")
                            > 1);
            String name = inside.getCatalog();
            execute(outside, "ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS false");
            try {
                execute(
                        outside,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
                await().pollDelay(OUTAGE)
                        .atMost(PATIENCE)
                        .until(() -> api.get(kickoffs.get(0).roundPath()).status() == 503);
            } finally {
                execute(outside, "ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS true");
            }
        }

        await("the server to reach its database again")
                .atMost(PATIENCE)
                .until(() -> api.get(kickoffs.get(0).roundPath()).status() == 200);
        kickoffs.forEach(kickoff -> api.awaitCompleted(kickoff.profile(), kickoff.chat()));
        assertThat(database.balance(tenant)).isZero();
        assertThat(database.number("SELECT count(*) FROM credit_entry WHERE tenant_id = ?", tenant.id()))
                .as("each charged once, none refunded")
                .isEqualTo(ROUNDS);
        assertThat(server.log().replace(logBefore, ""))
                .contains("The database is unavailable")
                .as("stack traces of the server's pool")
                .doesNotContain("\n\tat com.sun.gjc.", "\n\tat com.sun.enterprise.resource.");
    }

    private static Connection connect(PackagedServer server, String url) throws SQLException {
        return DriverManager.getConnection(url, server.databaseUser(), server.databasePassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
