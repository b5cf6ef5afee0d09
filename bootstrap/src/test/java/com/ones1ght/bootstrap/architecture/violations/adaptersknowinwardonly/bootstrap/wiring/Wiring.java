package com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.bootstrap.wiring;

public final class Wiring {}
