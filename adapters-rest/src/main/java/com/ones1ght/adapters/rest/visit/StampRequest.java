package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.visit.StampVisitUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a stamp.
 *
 * @param meta an object, kept unchanged; null when absent
 */
record StampRequest(Stage stage, @Nullable String meta) {

    static StampRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        Stage stage = fields.required("status", Stage::new);
        String meta = fields.optionalObject("meta");
        fields.check();
        return new StampRequest(Objects.requireNonNull(stage), meta);
    }

    StampVisitUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new StampVisitUseCase.Command(key, profile, stage, meta);
    }
}
