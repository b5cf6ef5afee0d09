package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayDataSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "${MPCONFIG=ones1ght.db.url}"})
    void missingUrlShouldBeReportedByItsSetting(String url) {
        GatewayDataSource dataSource = new GatewayDataSource();
        dataSource.setURL(url);

        assertThatThrownBy(dataSource::getConnection).hasMessageStartingWith("ones1ght.db.url is not set: ");
        assertThatThrownBy(() -> dataSource.getConnection("user", "secret"))
                .hasMessageStartingWith("ones1ght.db.url is not set: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "db:5432/ones1ght", "jdbc:postgresql://db:port/x?password=s3cret"})
    void invalidUrlShouldBeReportedWithoutItsValue(String url) {
        GatewayDataSource dataSource = new GatewayDataSource();
        dataSource.setUrl(url);

        assertThatThrownBy(dataSource::getConnection)
                .hasMessageStartingWith("ones1ght.db.url must be a JDBC URL of PostgreSQL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void validUrlShouldBeUsed() throws Exception {
        GatewayDataSource dataSource = new GatewayDataSource();
        dataSource.setURL(TestDatabase.shared()
                .server()
                .unwrap(org.postgresql.ds.PGSimpleDataSource.class)
                .getURL());
        dataSource.setUser("postgres");

        try (var connection = dataSource.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
