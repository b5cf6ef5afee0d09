/**
 * What the packaged server does with a request before the container sees it: refuses malformed HTTP with the API's own
 * envelope, ignores upgrades, and collects bodies without holding a thread. It plugs into Grizzly, Payara's HTTP layer.
 */
@NullMarked
package com.ones1ght.bootstrap.launcher.http;

import org.jspecify.annotations.NullMarked;
