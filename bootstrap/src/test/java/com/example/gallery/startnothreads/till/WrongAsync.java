package com.example.gallery.startnothreads.till;

import java.util.concurrent.CompletableFuture;

final class WrongAsync {

    void forward(Runnable work) throws Exception {
        CompletableFuture.runAsync(work).get();
    }
}
