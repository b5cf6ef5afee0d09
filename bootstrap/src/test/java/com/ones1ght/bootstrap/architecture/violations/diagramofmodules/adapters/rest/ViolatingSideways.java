package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.diagramofmodules.adapters.store.Shelf;

record ViolatingSideways(Shelf shelf) {}
