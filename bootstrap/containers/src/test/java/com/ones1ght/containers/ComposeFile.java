package com.ones1ght.containers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the Compose Specification that our file uses, as types: a key that is not among them is refused, and so is
 * a value that is not of the form that the specification gives.
 */
record ComposeFile(String name, Map<String, Service> services, Map<String, Object> volumes) {

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    ComposeFile {
        check("name", name, "[a-z0-9][a-z0-9_-]*");
    }

    static ComposeFile parse(String yaml) throws IOException {
        return STRICT.readValue(yaml, ComposeFile.class);
    }

    /** A container. */
    record Service(
            String image,
            String restart,
            boolean init,
            @JsonProperty("read_only") boolean readOnly,
            @JsonProperty("cap_drop") List<String> capDrop,
            @JsonProperty("security_opt") List<String> securityOpt,
            @JsonProperty("depends_on") Map<String, Dependency> dependsOn,
            List<String> ports,
            Map<String, String> environment,
            List<String> volumes,
            List<String> tmpfs,
            @JsonProperty("mem_limit") String memoryLimit,
            @JsonProperty("shm_size") String sharedMemory,
            HealthCheck healthcheck,
            @JsonProperty("stop_grace_period") String stopGracePeriod) {

        Service {
            check("restart", restart, "no|always|on-failure|unless-stopped");
            check("stop_grace_period", stopGracePeriod, DURATION);
            Optional.ofNullable(memoryLimit).ifPresent(size -> check("mem_limit", size, SIZE));
            Optional.ofNullable(sharedMemory).ifPresent(size -> check("shm_size", size, SIZE));
            dependsOn = dependsOn == null ? Map.of() : dependsOn;
            ports = ports == null ? List.of() : ports;
            ports.forEach(port -> check("ports", port, "(\\S+:)?(\\d+|\\$\\{\\w+:-\\d+}):\\d+"));
            volumes.forEach(volume -> check("volumes", volume, "[a-z][a-z0-9_-]*:/\\S+(:ro)?"));
        }
    }

    /** What another service waits for. */
    record Dependency(String condition) {

        Dependency {
            check("condition", condition, "service_(started|healthy|completed_successfully)");
        }
    }

    /** How the engine asks a container for its health. */
    record HealthCheck(
            List<String> test,
            String interval,
            String timeout,
            @JsonProperty("start_period") String startPeriod,
            int retries) {

        HealthCheck {
            check("test", test.get(0), "CMD|CMD-SHELL|NONE");
            check("interval", interval, DURATION);
            check("timeout", timeout, DURATION);
            check("start_period", startPeriod, DURATION);
        }
    }

    private static final String DURATION = "(\\d+h)?(\\d+m)?(\\d+s)?";
    private static final String SIZE = "\\d+(b|k|kb|m|mb|g|gb)";

    private static void check(String key, String value, String form) {
        if (value == null || !value.matches(form) || value.isEmpty()) {
            throw new IllegalArgumentException(key + " is \"" + value + "\"");
        }
    }
}
