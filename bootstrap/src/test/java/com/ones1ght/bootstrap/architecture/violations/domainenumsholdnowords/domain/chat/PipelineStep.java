package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.chat;

enum PipelineStep {
    MEAL_SUGGEST("meal_suggest");

    private final String text;

    PipelineStep(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
