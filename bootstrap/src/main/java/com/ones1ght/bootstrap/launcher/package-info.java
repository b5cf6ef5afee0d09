/**
 * Starts the whole product with {@code java -jar ones1ght.jar}: an embedded PostgreSQL where no other database is
 * named, Payara Micro, the application's WAR, a demo tenant. None of it is part of the WAR, and nothing else of the
 * product knows it: it speaks to the application by settings alone.
 */
@NullMarked
package com.ones1ght.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
