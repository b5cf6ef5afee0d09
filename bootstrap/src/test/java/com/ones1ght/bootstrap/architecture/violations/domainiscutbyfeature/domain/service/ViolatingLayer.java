package com.ones1ght.bootstrap.architecture.violations.domainiscutbyfeature.domain.service;

class ViolatingLayer {}
