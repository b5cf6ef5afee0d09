package com.example.gallery.startnothreads.till;

import java.util.Timer;

final class WrongTimer {

    void forward(Runnable work) throws Exception {
        new Timer().schedule(new WrongTask(work), 1);
    }
}
