package com.example.gallery.portsareimplementedinadapters;

final class RightPart {}
