package com.example.gallery.dependinwardsonly.till;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class WrongAnnotation {}
