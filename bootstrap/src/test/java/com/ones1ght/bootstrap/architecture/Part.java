package com.ones1ght.bootstrap.architecture;

/** The part of the product that a rule applies to. */
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
