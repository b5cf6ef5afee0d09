package com.ones1ght.bootstrap.architecture.violations.namessaysomething.application.chat;

final class ViolatingChatPort {}
