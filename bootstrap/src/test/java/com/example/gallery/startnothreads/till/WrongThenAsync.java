package com.example.gallery.startnothreads.till;

import java.util.concurrent.CompletableFuture;

final class WrongThenAsync {

    void forward(Runnable work) throws Exception {
        CompletableFuture.completedFuture(1).thenRunAsync(work);
    }
}
