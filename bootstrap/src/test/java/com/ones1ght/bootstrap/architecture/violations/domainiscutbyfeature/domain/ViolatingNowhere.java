package com.ones1ght.bootstrap.architecture.violations.domainiscutbyfeature.domain;

class ViolatingNowhere {}
