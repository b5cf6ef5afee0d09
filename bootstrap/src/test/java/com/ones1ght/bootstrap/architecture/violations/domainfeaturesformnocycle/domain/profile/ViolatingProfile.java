package com.ones1ght.bootstrap.architecture.violations.domainfeaturesformnocycle.domain.profile;

import com.ones1ght.bootstrap.architecture.violations.domainfeaturesformnocycle.domain.chat.ViolatingChat;

public record ViolatingProfile(ViolatingChat latest) {}
