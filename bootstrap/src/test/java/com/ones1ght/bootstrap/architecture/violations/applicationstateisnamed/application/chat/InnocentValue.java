package com.ones1ght.bootstrap.architecture.violations.applicationstateisnamed.application.chat;

import java.util.List;

record InnocentValue(List<String> names) {

    InnocentValue {
        names = List.copyOf(names);
    }
}
