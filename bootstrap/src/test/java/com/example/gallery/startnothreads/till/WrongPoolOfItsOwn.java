package com.example.gallery.startnothreads.till;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class WrongPoolOfItsOwn {

    void forward(Runnable work) throws Exception {
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()).execute(work);
    }
}
