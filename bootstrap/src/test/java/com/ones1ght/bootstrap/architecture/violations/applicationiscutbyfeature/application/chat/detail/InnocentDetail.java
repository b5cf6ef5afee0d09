package com.ones1ght.bootstrap.architecture.violations.applicationiscutbyfeature.application.chat.detail;

class InnocentDetail {}
