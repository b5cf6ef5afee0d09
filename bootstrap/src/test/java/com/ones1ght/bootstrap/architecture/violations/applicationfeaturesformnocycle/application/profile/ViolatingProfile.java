package com.ones1ght.bootstrap.architecture.violations.applicationfeaturesformnocycle.application.profile;

import com.ones1ght.bootstrap.architecture.violations.applicationfeaturesformnocycle.application.chat.ViolatingChat;

public record ViolatingProfile(ViolatingChat latest) {}
