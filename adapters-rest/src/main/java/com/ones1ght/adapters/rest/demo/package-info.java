/** Sessions of the demonstration, with which its page uses the API without a key. */
@NullMarked
package com.ones1ght.adapters.rest.demo;

import org.jspecify.annotations.NullMarked;
