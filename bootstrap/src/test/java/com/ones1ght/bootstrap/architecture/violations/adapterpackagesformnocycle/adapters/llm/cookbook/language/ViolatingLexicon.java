package com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.cookbook.language;

import com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.cookbook.ViolatingCookbook;

public record ViolatingLexicon(ViolatingCookbook words) {}
