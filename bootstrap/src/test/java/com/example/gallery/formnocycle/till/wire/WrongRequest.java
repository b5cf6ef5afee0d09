package com.example.gallery.formnocycle.till.wire;

public record WrongRequest(com.example.gallery.formnocycle.till.client.WrongClient client) {}
