package com.ones1ght.adapters.llm.openai;

/** The model's answer is not a meal. The message tells the model what to correct. */
final class UnusableMeal extends RuntimeException {

    UnusableMeal(String message) {
        super(message);
    }
}
