package com.ones1ght.bootstrap.architecture.violations.domainiscutbyfeature.domain.model;

class ViolatingLayer {}
