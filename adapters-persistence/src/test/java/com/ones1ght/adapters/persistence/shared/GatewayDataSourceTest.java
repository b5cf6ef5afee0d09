package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class GatewayDataSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void missingUrlShouldBeReportedByItsSetting(String url) {
        GatewayDataSource dataSource = new GatewayDataSource(address(url));

        assertThatThrownBy(dataSource::getConnection).hasMessageStartingWith("ones1ght.db.url is not set: ");
        assertThatThrownBy(() -> dataSource.getConnection("user", "secret"))
                .hasMessageStartingWith("ones1ght.db.url is not set: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "db:5432/ones1ght",
                "jdbc:postgresql://db:port/x?password=s3cret",
                "${MPCONFIG=ones1ght.db.url}"
            })
    void invalidUrlShouldBeReportedWithoutItsValue(String url) {
        GatewayDataSource dataSource = new GatewayDataSource(address(url));

        assertThatThrownBy(dataSource::getConnection)
                .hasMessageStartingWith("ones1ght.db.url must be a JDBC URL of PostgreSQL")
                .hasMessageNotContaining("s3cret");
    }

    /** Servers pass what their definition lacks as null or as an empty text. */
    @Test
    void connectionsShouldBeOpenedAsTheSettingsSay() throws Exception {
        String url =
                TestDatabase.shared().server().unwrap(PGSimpleDataSource.class).getURL();
        GatewayDataSource dataSource = new GatewayDataSource(address(url));

        try (Connection connection = dataSource.getConnection();
                Connection sameUser = dataSource.getConnection(null, "")) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(sameUser.getMetaData().getUserName()).isEqualTo("postgres");
        }
    }

    /** As a machine that hangs: its kernel still accepts connections. */
    @Test
    void memberThatHangsShouldBeGivenUpSoonerThanAStatement() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            GatewayDataSource dataSource = new GatewayDataSource(address(
                    url("127.0.0.1:" + hanging.getLocalPort() + ",", "?targetServerType=primary&sslmode=disable")));
            long start = System.nanoTime();

            try (Connection connection = dataSource.getConnection()) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
                assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
            }
        }
    }

    @Test
    void urlShouldSayHowLongToWaitForAnAnswer() throws Exception {
        GatewayDataSource dataSource = new GatewayDataSource(address(url("", "?socketTimeout=30")));

        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }
    }

    private static String url(String membersBefore, String options) throws SQLException {
        PGSimpleDataSource server = TestDatabase.shared().server().unwrap(PGSimpleDataSource.class);
        return "jdbc:postgresql://%s127.0.0.1:%d/%s%s"
                .formatted(membersBefore, server.getPortNumbers()[0], server.getDatabaseName(), options);
    }

    /** As GlassFish is, and these tests. */
    @Test
    void serverWithoutMicroProfileConfigShouldBeRefused() {
        assertThatThrownBy(() -> new GatewayDataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("offers the application no MicroProfile Config")
                .hasMessageContaining("deploy it on Payara, WildFly or Open Liberty");
    }

    private static DatabaseAddress address(String url) {
        return new DatabaseAddress(url, Optional.of("postgres"), Optional.empty());
    }
}
