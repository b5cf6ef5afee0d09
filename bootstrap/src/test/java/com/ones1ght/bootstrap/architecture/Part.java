package com.ones1ght.bootstrap.architecture;

/** Where rules of the house apply. */
enum Part {
    DOMAIN("Domain"),
    APPLICATION("Application"),
    ADAPTERS("Adapters"),
    CODE("All code"),
    DIAGRAMS("Diagrams");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
