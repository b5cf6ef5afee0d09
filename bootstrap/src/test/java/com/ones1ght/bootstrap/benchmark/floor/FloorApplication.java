package com.ones1ght.bootstrap.benchmark.floor;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** What the benchmark measures against, deployed beside the product in one WAR. No filters, no mappers, no keys. */
@ApplicationPath("/floor")
public class FloorApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(FloorResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
