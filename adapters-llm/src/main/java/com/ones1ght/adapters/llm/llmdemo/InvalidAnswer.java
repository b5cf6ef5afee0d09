package com.ones1ght.adapters.llm.llmdemo;

/** Something in an answer has not the shape it should have. */
final class InvalidAnswer extends RuntimeException {

    InvalidAnswer(String field) {
        super(field + " has not the expected shape");
    }
}
