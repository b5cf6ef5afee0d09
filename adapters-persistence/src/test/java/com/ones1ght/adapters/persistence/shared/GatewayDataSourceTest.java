package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
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
