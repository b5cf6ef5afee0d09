package com.ones1ght.bootstrap.architecture.violations.domainholdsnosnakecase.domain.chat;

final class ViolatingSentence {

    String sentence() {
        return "leave out round_id for a new one";
    }
}
