package com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.store;

import com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.profile.Shopper;

record ViolatingStore(Shopper shopper) {}
