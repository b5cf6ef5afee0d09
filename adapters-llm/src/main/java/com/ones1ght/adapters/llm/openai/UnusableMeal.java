package com.ones1ght.adapters.llm.openai;

/** The model's answer is no meal. The message tells the model what to mend. */
final class UnusableMeal extends RuntimeException {

    UnusableMeal(String message) {
        super(message);
    }
}
