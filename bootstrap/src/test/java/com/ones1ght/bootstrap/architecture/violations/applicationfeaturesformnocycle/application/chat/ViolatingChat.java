package com.ones1ght.bootstrap.architecture.violations.applicationfeaturesformnocycle.application.chat;

import com.ones1ght.bootstrap.architecture.violations.applicationfeaturesformnocycle.application.profile.ViolatingProfile;

public record ViolatingChat(ViolatingProfile profile) {}
