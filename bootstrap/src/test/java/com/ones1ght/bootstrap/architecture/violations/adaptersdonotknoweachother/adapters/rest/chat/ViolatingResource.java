package com.ones1ght.bootstrap.architecture.violations.adaptersdonotknoweachother.adapters.rest.chat;

import com.ones1ght.bootstrap.architecture.violations.adaptersdonotknoweachother.adapters.persistence.chat.Table;

record ViolatingResource(Table table) {}
