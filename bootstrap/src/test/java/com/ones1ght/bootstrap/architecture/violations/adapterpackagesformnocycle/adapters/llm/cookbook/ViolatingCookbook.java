package com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.cookbook;

import com.ones1ght.bootstrap.architecture.violations.adapterpackagesformnocycle.adapters.llm.cookbook.language.ViolatingLexicon;

public record ViolatingCookbook(ViolatingLexicon lexicon) {}
