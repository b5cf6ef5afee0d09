package com.example.gallery.startnothreads.till;

import java.util.TimerTask;

final class WrongTask extends TimerTask {

    private final Runnable work;

    WrongTask(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        work.run();
    }
}
