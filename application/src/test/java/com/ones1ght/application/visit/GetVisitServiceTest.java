package com.ones1ght.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.visit.GetVisitUseCase.Query;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.visit.VisitId;
import org.junit.jupiter.api.Test;

class GetVisitServiceTest {
    private final VisitBench bench = new VisitBench();

    private VisitView get() {
        return bench.get.get(new Query(bench.key.owner(), bench.profile));
    }

    @Test
    void visitUnderWayShouldBeShownWithItsStamps() {
        VisitId visit = bench.started();
        bench.stamped("CHAT");

        VisitView shown = get();

        assertThat(shown.id()).isEqualTo(visit);
        assertThat(shown.endedAt()).isNull();
        assertThat(shown.stamps()).extracting(stamp -> stamp.stage().label()).containsExactly("ENTER", "CHAT");
    }

    @Test
    void profileWithoutAVisitUnderWayShouldHaveNothingToShow() {
        bench.assertRefused(ErrorCode.NOT_FOUND, this::get);
        bench.started();
        bench.ended();
        bench.assertRefused(ErrorCode.NOT_FOUND, this::get);
    }

    @Test
    void profileThatIsSomebodyElsesShouldNotBeFound() {
        bench.started();

        bench.forStrangers((key, profile) ->
                bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.get.get(new Query(key.owner(), profile))));
    }
}
