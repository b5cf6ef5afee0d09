package com.ones1ght.bootstrap.architecture.violations.diagramwithoutcomponent.domain;

final class StrangeClass {}
