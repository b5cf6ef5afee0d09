/**
 * Starts the product with {@code java -jar ones1ght.jar}: an embedded PostgreSQL unless another database is configured,
 * Payara Micro, the application's WAR, a demo tenant. It is not part of the WAR, no other code depends on it, and it
 * configures the application through settings only.
 */
@NullMarked
package com.ones1ght.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
