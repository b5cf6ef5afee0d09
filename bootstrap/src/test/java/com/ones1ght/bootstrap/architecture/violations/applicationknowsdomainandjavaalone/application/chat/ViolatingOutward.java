package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.application.chat;

import com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.adapters.persistence.Table;

record ViolatingOutward(Table table) {}
