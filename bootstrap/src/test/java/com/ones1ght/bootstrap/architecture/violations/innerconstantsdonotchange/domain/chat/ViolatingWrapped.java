package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class ViolatingWrapped {

    private static final List<String> NAMES = new ArrayList<>();
    static final List<String> SEEN = Collections.unmodifiableList(NAMES);
}
