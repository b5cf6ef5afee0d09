package com.example.gallery.serveaport.till;

public record NoPort(String name) {}
