package com.example.gallery.donotknoweachother.screen;

record WrongArray(com.example.gallery.donotknoweachother.till.Receipt[] receipts) {}
