package com.example.gallery.dependinwardsonly.till;

import com.example.gallery.dependinwardsonly.common.Common;

record WrongArray(Common[] all) {}
