package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.application.chat;

import java.net.URI;

record ViolatingNetwork(URI where) {}
