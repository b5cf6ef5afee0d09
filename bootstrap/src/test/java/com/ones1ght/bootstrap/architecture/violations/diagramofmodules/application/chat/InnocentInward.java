package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.application.chat;

import com.ones1ght.bootstrap.architecture.violations.diagramofmodules.domain.chat.Meal;

record InnocentInward(Meal meal) {}
