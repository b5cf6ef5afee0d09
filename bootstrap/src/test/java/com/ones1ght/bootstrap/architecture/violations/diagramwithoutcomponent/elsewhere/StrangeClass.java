package com.ones1ght.bootstrap.architecture.violations.diagramwithoutcomponent.elsewhere;

final class StrangeClass {}
