package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseMigrationTest {

    @TempDir
    private Path folder;

    @Test
    void packageWithoutMigrationsShouldStopTheStart() {
        assertRefused("classpath:db/nowhere", "The application has no database migrations in classpath:db/nowhere");
        assertRefused("filesystem:" + folder, "The application has no database migrations in ");
    }

    @Test
    void packageWithMigrationGapShouldStopTheStart() throws Exception {
        Files.writeString(folder.resolve("V1__first.sql"), "SELECT 1");
        Files.writeString(folder.resolve("V3__third.sql"), "SELECT 1");

        assertRefused("filesystem:" + folder, "The application lacks the database migration V2 in ");
    }

    @Test
    void migrationMayTakeLongerThanOtherStatements() throws Exception {
        Files.writeString(folder.resolve("V1__first.sql"), "SELECT pg_sleep(2)");
        PGSimpleDataSource database = TestDatabase.shared()
                .newDatabase("slow_" + UUID.randomUUID().toString().replace("-", ""));
        database.setSocketTimeout(1);

        assertThatCode(() -> new DatabaseMigration(database, "filesystem:" + folder).run())
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String location, String message) {
        DatabaseMigration migration =
                new DatabaseMigration(TestDatabase.shared().server(), location);

        assertThatThrownBy(migration::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
