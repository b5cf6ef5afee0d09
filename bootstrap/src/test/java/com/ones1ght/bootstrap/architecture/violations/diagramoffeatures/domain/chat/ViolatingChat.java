package com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.chat;

import com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.store.Shelf;

record ViolatingChat(Shelf shelf) {}
