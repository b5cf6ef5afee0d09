package com.example.gallery.startnothreads.till;

final class WrongSleep {

    void forward(Runnable work) throws Exception {
        Thread.sleep(10);
        work.run();
    }
}
