package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two databases with a node each, behind nginx with the listing of the guide: the tenant in the key tells the cell. */
@Tag("database")
@ExtendWith({Nginx.Installed.class, SharedServer.class})
class CellsIT {

    @Test
    void eachTenantShouldBeServedByItsCell(PackagedServer north, @TempDir Path folder) throws Exception {
        try (PackagedServer south = PackagedServer.start()) {
            Tenant ofTheNorth = new Database(north).newTenant("ko", 10);
            Tenant ofTheSouth = new Database(south).newTenant("ko", 10);
            try (Nginx nginx = Nginx.startOfCells(folder, north.baseUrl(), south.baseUrl(), ofTheSouth.code())) {
                assertServed(nginx, ofTheNorth, north, south);
                assertServed(nginx, ofTheSouth, south, north);

                Api strangers = new Api(nginx.baseUrl(), "osk_unknown_" + "0".repeat(64));
                strangers.get("/v1/validation").expect(401);
                Api spelled = new Api(nginx.baseUrl(), ofTheSouth.key().replace(ofTheSouth.code(), ofTheNorth.code()));
                spelled.get("/v1/validation").expect(401);
            }
        }
    }

    private static void assertServed(Nginx nginx, Tenant tenant, PackagedServer cell, PackagedServer other) {
        Api api = new Api(nginx.baseUrl(), tenant.key());
        String profile = api.newProfile();
        String chat = api.kickOff(profile, "오늘 저녁 카레 땡기는데").chat();
        api.awaitCompleted(profile, chat);
        Api app = api.withKey(api.token(profile));
        app.get(Api.chatPath(profile, chat)).expect(200);
        assertThat(new Database(cell).balance(tenant)).isEqualTo(9);
        assertThat(new Database(other).number("SELECT count(*) FROM tenant WHERE id = ?", tenant.id()))
                .isZero();
    }
}
