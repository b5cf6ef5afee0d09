package com.example.gallery.dependinwardsonly.common;

/** Of the project, and of no adapter. */
public record Common(String name) {}
