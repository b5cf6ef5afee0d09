package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.domain.chat;

import java.time.Instant;
import java.util.List;

record InnocentValue(Instant when, List<String> words) {}
