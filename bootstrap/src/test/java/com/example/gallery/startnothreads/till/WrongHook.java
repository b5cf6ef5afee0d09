package com.example.gallery.startnothreads.till;

final class WrongHook {

    void forward(Runnable work) throws Exception {
        Runtime.getRuntime().addShutdownHook(null);
    }
}
