package com.ones1ght.bootstrap.placeholder;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Answers one request, to show that the WAR is deployed while no REST adapter is there. */
@ApplicationPath("/placeholder")
public class PlaceholderApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Ping.class);
    }

    /** The one resource. */
    @Path("/ping")
    public static class Ping {
        /** {@return a fixed word} */
        @GET
        public String ping() {
            return "pong";
        }
    }
}
