package com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.recommendation;

import com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.store.Shelf;

record InnocentItem(Shelf shelf) {}
