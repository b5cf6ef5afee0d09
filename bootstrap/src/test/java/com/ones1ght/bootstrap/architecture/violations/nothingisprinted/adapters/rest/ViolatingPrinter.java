package com.ones1ght.bootstrap.architecture.violations.nothingisprinted.adapters.rest;

class ViolatingPrinter {

    void print() {
        System.out.println("printed");
    }
}
