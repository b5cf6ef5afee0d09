package com.example.gallery.printnothing.till;

final class WrongErr {

    void log(Exception failure) {
        System.err.println(failure);
    }
}
