package com.ones1ght.bootstrap.architecture.violations.applicationiscutbyfeature.application.model;

class ViolatingLayer {}
