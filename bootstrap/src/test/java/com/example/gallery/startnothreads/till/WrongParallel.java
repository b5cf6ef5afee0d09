package com.example.gallery.startnothreads.till;

import java.util.List;

final class WrongParallel {

    void forward(Runnable work) throws Exception {
        List.of(work).parallelStream().forEach(Runnable::run);
    }
}
