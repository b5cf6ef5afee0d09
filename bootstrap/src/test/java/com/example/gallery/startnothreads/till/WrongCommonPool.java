package com.example.gallery.startnothreads.till;

import java.util.concurrent.ForkJoinPool;

final class WrongCommonPool {

    void forward(Runnable work) throws Exception {
        ForkJoinPool.commonPool().execute(work);
    }
}
