package com.ones1ght.bootstrap.architecture.violations.domainfeaturesformnocycle.domain.chat;

import com.ones1ght.bootstrap.architecture.violations.domainfeaturesformnocycle.domain.profile.ViolatingProfile;

public record ViolatingChat(ViolatingProfile profile) {}
