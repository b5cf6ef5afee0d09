package com.ones1ght.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app on Node, with the package that is published. */
@ExtendWith(Gateway.class)
class TypeScriptClientIT {

    private static final Path APP = Path.of("target", "typescript-app", "app.js");

    @Test
    void appShouldGetThroughAVisit(Gateway gateway) throws IOException, InterruptedException {
        assumeTrue(Files.exists(APP) || isRequired(), "Node is missing, see above");
        try (CuttingProxy proxy = new CuttingProxy(gateway.address());
                BrokenStream stream = new BrokenStream(round())) {
            Process node = new ProcessBuilder(List.of(
                            "node",
                            APP.toString(),
                            gateway.address().toString(),
                            gateway.key(),
                            proxy.address().toString(),
                            stream.address().toString()))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(node.waitFor()).as(output).isZero();
            assertThat(output).contains("through");
            assertThat(proxy.connections()).isGreaterThan(1);
            assertThat(stream.resumedAfter()).containsExactly("1.0");
        }
    }

    /** The example of a round just after its kickoff. */
    private static String round() {
        return """
                {"round_no":1,"round_id":"0190a000-0000-7000-8000-00000000000c","prompt":"tofu",\
                "created_at":"2026-04-29T05:28:08Z","updated_at":"2026-04-29T05:28:08Z","status":"in_progress",\
                "back_list_status":null,"pipeline_progress":{"step1":"running","step2":"pending","step3":"pending",\
                "step4":"pending"},"todos":null,"recommended_items":[],"guard":null,\
                "notifications":{"ad":null,"coupon":[],"coupon_spot":[]}}""";
    }

    private static boolean isRequired() {
        return System.getenv("CLIENTS_REQUIRE_NODE") != null;
    }
}
