package com.example.gallery.formnocycle.till.client;

public record WrongClient(com.example.gallery.formnocycle.till.wire.WrongRequest last) {}
