package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The migration to states opens the lines of earlier lists, and leaves every other byte as it is. */
class TodoStatesMigrationTest {

    private static final String BEFORE = """
            {"recipe_title":"{\\"quantity\\":1,\\"product\\":{","intro_message":null,"ingredients":[{"name":{"ko":"k"},\
            "category":null,"quantity":0.25,"quantity_unit":null}],"items":[{"quantity":2,"product":{"id":1,\
            "name":"김 \\u0000 \\ud83c","price":3600.50,"quantity":3}},{"quantity":12,"product":{"id":2,\
            "name":"x","price":1,"quantity":null}}],"total":7201}""";

    private static final String AFTER = """
            {"recipe_title":"{\\"quantity\\":1,\\"product\\":{","intro_message":null,"ingredients":[{"name":{"ko":"k"},\
            "category":null,"quantity":0.25,"quantity_unit":null}],"items":[{"quantity":2,"state":"open","product":{"id":1,\
            "name":"김 \\u0000 \\ud83c","price":3600.50,"quantity":3}},{"quantity":12,"state":"open","product":{"id":2,\
            "name":"x","price":1,"quantity":null}}],"total":7201}""";

    private static String migration() throws IOException {
        try (InputStream file =
                TodoStatesMigrationTest.class.getResourceAsStream("/db/migration/V18__todo_states.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void linesOfEarlierRoundsShouldBeOpenAndAllElseUnchanged() throws SQLException, IOException {
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            // The migration finds this table before the real one, which other tests use.
            statement.execute("CREATE TEMP TABLE round (id integer, todos text)");
            statement.execute("SET search_path TO pg_temp");
            try (var insert = connection.prepareStatement("INSERT INTO round VALUES (1, ?), (2, NULL), (3, '[]')")) {
                insert.setString(1, BEFORE);
                insert.executeUpdate();
            }

            statement.execute(migration());
            statement.execute(migration());

            try (ResultSet rows = statement.executeQuery("SELECT todos FROM round ORDER BY id")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(AFTER);
                rows.next();
                assertThat(rows.getString(1)).isNull();
            }
        }
    }
}
