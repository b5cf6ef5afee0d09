package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.application.chat;

import com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.domain.chat.Meal;
import java.util.concurrent.Executor;

record InnocentUse(Meal meal, Executor executor) {}
