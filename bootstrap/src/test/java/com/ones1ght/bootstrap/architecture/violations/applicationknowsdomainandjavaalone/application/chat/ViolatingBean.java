package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.application.chat;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ViolatingBean {}
