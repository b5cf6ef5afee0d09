package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFragmentTest {

    @Test
    void anArrayHasItsElementsAsTheyAre() {
        assertThat(JsonFragment.arrayOf(List.of())).hasToString("[]");
        assertThat(JsonFragment.arrayOf(List.of(JsonFragment.of("{ \"두\":1.0}"))))
                .hasToString("[{ \"두\":1.0}]");
        assertThat(JsonFragment.arrayOf(List.of(JsonFragment.of("1"), JsonFragment.of("null"), JsonFragment.of("[]"))))
                .hasToString("[1,null,[]]");
    }
}
