package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.visit.StartVisitUseCase.Command;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartVisitServiceTest {
    private final VisitBench bench = new VisitBench();

    @Test
    void visitShouldBeginWithTheStampEnter() {
        Visit visit = bench.start.start(new Command(bench.key, bench.profile));

        assertThat(visit.startedAt()).isEqualTo(NOW);
        assertThat(bench.storage.visitQueries().active(bench.key.owner(), bench.profile))
                .contains(new VisitView(
                        visit.id(), bench.profile, NOW, null, List.of(new Stamp(Stage.ENTER, null, NOW))));
    }

    @Test
    void visitShouldBeginAtTheFirstStageOfTheTenantsFlow() {
        VisitBench flowing = new VisitBench(new StageFlow(List.of("READY", "CHAT")));

        Visit visit = flowing.start.start(new Command(flowing.key, flowing.profile));

        assertThat(visit.lastStamp().stage().label()).isEqualTo("READY");
    }

    @Test
    void secondStartShouldBeRefusedWhileTheFirstVisitIsUnderWay() {
        bench.started();

        bench.assertRefused(ErrorCode.SESSION_ACTIVE, bench::started);
    }

    @Test
    void visitShouldBeginAnewAfterTheFirstEnded() {
        VisitId first = bench.started();
        bench.clock.advance(Duration.ofSeconds(5));
        bench.ended();

        assertThat(bench.started()).isNotEqualTo(first);
    }

    @Test
    void profileThatIsSomebodyElsesShouldNotBeFound() {
        bench.started();

        bench.forStrangers((key, profile) ->
                bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.start.start(new Command(key, profile))));
    }

    @Test
    void ofManyStartsAtOnceExactlyOneShouldBeAccepted() {
        List<Boolean> accepted = AtOnce.on(32, i -> {
            try {
                bench.started();
                return true;
            } catch (DomainException active) {
                assertThat(active.code()).isEqualTo(ErrorCode.SESSION_ACTIVE);
                return false;
            }
        });

        assertThat(accepted).containsOnlyOnce(true);
    }
}
