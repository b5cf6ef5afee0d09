package com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.grocery;

import com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.cookbook.ViolatingCookbook;

public record InnocentGroceries(ViolatingCookbook cookbook) {}
