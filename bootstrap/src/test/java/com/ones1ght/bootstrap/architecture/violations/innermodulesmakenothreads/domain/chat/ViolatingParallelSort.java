package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.domain.chat;

import java.util.Arrays;

class ViolatingParallelSort {

    void sort(int[] numbers) {
        Arrays.parallelSort(numbers);
    }
}
