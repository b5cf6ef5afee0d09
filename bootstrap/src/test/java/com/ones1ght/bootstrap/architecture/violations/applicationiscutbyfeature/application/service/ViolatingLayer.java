package com.ones1ght.bootstrap.architecture.violations.applicationiscutbyfeature.application.service;

class ViolatingLayer {}
