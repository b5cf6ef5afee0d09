package com.ones1ght.bootstrap.architecture.violations.adaptersdonotknoweachother.adapters.persistence.access;

import com.ones1ght.bootstrap.architecture.violations.adaptersdonotknoweachother.adapters.persistence.chat.Table;

record InnocentRepository(Table table) {}
