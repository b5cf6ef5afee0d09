package com.ones1ght.bootstrap.architecture.violations.packagesarenullmarked.domain.store;

final class InnocentStore {}
