package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.domain.chat;

import jakarta.persistence.Entity;

@Entity
class ViolatingEntity {}
