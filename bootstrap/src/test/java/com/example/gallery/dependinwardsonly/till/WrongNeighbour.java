package com.example.gallery.dependinwardsonly.till;

import com.ones1ght.adapters.llm.http.HttpUpstream;

final class WrongNeighbour {

    private final HttpUpstream upstream;

    WrongNeighbour(HttpUpstream upstream) {
        this.upstream = upstream;
    }
}
