/** The profiles' resource. */
@NullMarked
package com.ones1ght.adapters.rest.profile;

import org.jspecify.annotations.NullMarked;
