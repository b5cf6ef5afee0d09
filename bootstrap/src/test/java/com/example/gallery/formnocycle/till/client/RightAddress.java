package com.example.gallery.formnocycle.till.client;

public record RightAddress(String host) {}
