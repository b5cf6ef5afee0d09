package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ViolatingDeepList {

    static final Map<String, List<String>> NAMES = Map.of("ko", new ArrayList<>());
}
