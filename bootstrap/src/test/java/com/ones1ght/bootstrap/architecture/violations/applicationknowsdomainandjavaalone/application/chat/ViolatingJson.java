package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.application.chat;

import com.fasterxml.jackson.databind.ObjectMapper;

record ViolatingJson(ObjectMapper json) {}
