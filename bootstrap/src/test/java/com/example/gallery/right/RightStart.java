package com.example.gallery.right;

import com.example.gallery.right.screen.RightIds;

/** Not an adapter: puts the project's parts together. */
public final class RightStart {

    public static void main(String[] arguments) {
        System.out.println(new RightIds().next());
    }
}
