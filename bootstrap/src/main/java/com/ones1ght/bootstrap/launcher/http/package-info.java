/**
 * Request processing before the container: refuses malformed HTTP in the envelope of the API, ignores upgrades, and
 * collects bodies without holding a thread. It extends Grizzly, Payara's HTTP layer.
 */
@NullMarked
package com.ones1ght.bootstrap.launcher.http;

import org.jspecify.annotations.NullMarked;
