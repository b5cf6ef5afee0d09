package com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.bootstrap.wiring.Wiring;

record ViolatingResource(Wiring wiring) {}
