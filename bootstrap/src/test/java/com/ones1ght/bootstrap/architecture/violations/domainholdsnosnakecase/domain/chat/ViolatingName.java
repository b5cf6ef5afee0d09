package com.ones1ght.bootstrap.architecture.violations.domainholdsnosnakecase.domain.chat;

final class ViolatingName {

    String name() {
        return "round_id";
    }
}
