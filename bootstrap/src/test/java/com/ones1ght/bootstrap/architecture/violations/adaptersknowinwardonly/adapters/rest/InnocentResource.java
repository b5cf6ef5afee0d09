package com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.application.chat.port.Rounds;

record InnocentResource(Rounds rounds) {}
