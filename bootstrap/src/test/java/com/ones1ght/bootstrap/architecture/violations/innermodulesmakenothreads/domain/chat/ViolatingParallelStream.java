package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.domain.chat;

import java.util.List;

class ViolatingParallelStream {

    long count(List<String> texts) {
        return texts.parallelStream().count() + texts.stream().parallel().count();
    }
}
