package com.ones1ght.bootstrap.architecture.violations.restservesnoports.adapters.rest;

record InnocentReply(int rounds) {}
