package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

import java.util.HashMap;
import java.util.Map;

class ViolatingCache {

    static final Map<String, String> CACHE = new HashMap<>();
}
