package com.example.gallery.startnothreads.till;

import java.util.concurrent.Executors;

final class WrongPool {

    void forward(Runnable work) throws Exception {
        Executors.newCachedThreadPool().execute(work);
    }
}
