package com.example.gallery.printnothing.till;

final class WrongOut {

    void log(Exception failure) {
        System.out.println(failure);
    }
}
