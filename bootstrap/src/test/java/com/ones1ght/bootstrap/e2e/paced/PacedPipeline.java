package com.ones1ght.bootstrap.e2e.paced;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The embedded pipeline at a test's pace: it takes a while between steps, and does not begin step 2 while a certain
 * file exists. Deployed by tests alone, in the place of the product's own, through the port.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class PacedPipeline implements RecommendationPipeline {

    private static final long LOOK_MILLIS = 50;

    private RecommendationPipeline embedded;
    private Path holdFile;
    private long stepMillis;

    protected PacedPipeline() {}

    @Inject
    PacedPipeline(
            StoreCatalog catalog,
            @ConfigProperty(name = "ones1ght.llm.paced.hold-file", defaultValue = "/nowhere") String holdFile,
            @ConfigProperty(name = "ones1ght.llm.paced.step-millis", defaultValue = "0") long stepMillis) {
        this.embedded = new EmbeddedPipeline(catalog);
        this.holdFile = Path.of(holdFile);
        this.stepMillis = stepMillis;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        Instant now = Instant.now();
        Instant notBefore = current.notBefore();
        if (notBefore == null && stepMillis > 0) {
            return CompletableFuture.completedFuture(current.notBefore(now.plusMillis(stepMillis)));
        }
        if (notBefore != null && now.isBefore(notBefore)) {
            return CompletableFuture.completedFuture(current);
        }
        boolean beforeStep2 =
                current.nextStep().filter(PipelineStep.SHOPPING_LIST::equals).isPresent();
        if (beforeStep2 && Files.exists(holdFile)) {
            return CompletableFuture.completedFuture(current.notBefore(now.plusMillis(LOOK_MILLIS)));
        }
        return embedded.advance(request, current)
                .thenApply(done -> done.notBefore(stepMillis > 0 ? now.plusMillis(stepMillis) : null));
    }
}
