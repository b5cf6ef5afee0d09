package com.ones1ght.bootstrap.architecture.violations.domainiscutbyfeature.domain.chat.detail;

class InnocentDetail {}
