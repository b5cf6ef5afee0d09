package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.domain.chat;

import java.nio.file.Path;

record ViolatingFile(Path where) {}
