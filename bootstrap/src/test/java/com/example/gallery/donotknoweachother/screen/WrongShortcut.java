package com.example.gallery.donotknoweachother.screen;

record WrongShortcut(com.example.gallery.donotknoweachother.till.Receipt receipt) {}
