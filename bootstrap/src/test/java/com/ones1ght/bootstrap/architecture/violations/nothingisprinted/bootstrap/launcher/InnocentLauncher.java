package com.ones1ght.bootstrap.architecture.violations.nothingisprinted.bootstrap.launcher;

class InnocentLauncher {

    void print() {
        System.out.println("printed");
    }
}
