package com.example.gallery.printnothing.till;

final class WrongTrace {

    void log(Exception failure) {
        failure.printStackTrace();
    }
}
