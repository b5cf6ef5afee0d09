package com.ones1ght.bootstrap.architecture.violations.servicesarefinal.application.chat;

final class InnocentService {}
