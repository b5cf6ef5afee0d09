package com.ones1ght.adapters.llm.llmdemo;

/** A part of an answer has an unexpected form. */
final class InvalidAnswer extends RuntimeException {

    InvalidAnswer(String field) {
        super(field + " has an unexpected form");
    }
}
