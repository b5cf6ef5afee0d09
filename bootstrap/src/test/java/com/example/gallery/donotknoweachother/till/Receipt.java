package com.example.gallery.donotknoweachother.till;

public record Receipt(String text) {}
