package com.ones1ght.bootstrap.architecture.violations.packagesarenullmarked.domain.chat;

final class ViolatingChat {}
