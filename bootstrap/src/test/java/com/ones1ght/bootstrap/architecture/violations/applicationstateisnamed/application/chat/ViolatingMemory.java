package com.ones1ght.bootstrap.architecture.violations.applicationstateisnamed.application.chat;

import java.util.HashMap;
import java.util.Map;

class ViolatingMemory {

    private final Map<String, String> known = new HashMap<>();

    String put(String name) {
        return known.put(name, name);
    }
}
