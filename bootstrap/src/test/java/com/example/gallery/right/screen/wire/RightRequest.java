package com.example.gallery.right.screen.wire;

record RightRequest(String id) {}
