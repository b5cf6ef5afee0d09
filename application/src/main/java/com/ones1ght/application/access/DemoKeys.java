package com.ones1ght.application.access;

import com.ones1ght.domain.shared.Require;

/**
 * The two keys of the demonstration, which stand readable in a file.
 *
 * @param client the client key, {@code osk_demo_…}
 * @param admin the admin key, {@code oak_demo_…}
 */
public record DemoKeys(String client, String admin) {

    public DemoKeys {
        Require.notBlank(client, "client");
        Require.notBlank(admin, "admin");
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "DemoKeys";
    }
}
