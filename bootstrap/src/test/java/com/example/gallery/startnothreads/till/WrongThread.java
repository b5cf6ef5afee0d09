package com.example.gallery.startnothreads.till;

final class WrongThread {

    void forward(Runnable work) throws Exception {
        new Thread(work).start();
    }
}
