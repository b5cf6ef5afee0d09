package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.rest.shared.TooManyRequestsException;
import org.junit.jupiter.api.Test;

class DemoSessionLimitTest {

    @Test
    void addressShouldOpenNoMoreSessionsThanAllowed() {
        DemoSessionLimit limit = new DemoSessionLimit(2);
        limit.count("10.0.0.1");
        limit.count("10.0.0.1");

        assertThatThrownBy(() -> limit.count("10.0.0.1")).isInstanceOf(TooManyRequestsException.class);
        assertThatCode(() -> limit.count("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void zeroShouldDisableTheLimit() {
        DemoSessionLimit none = new DemoSessionLimit(0);

        assertThatCode(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        none.count("10.0.0.1");
                    }
                })
                .doesNotThrowAnyException();
    }
}
