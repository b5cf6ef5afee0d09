/** The pages for browsers: what they are served with. The pages themselves are static files of the WAR. */
@NullMarked
package com.ones1ght.adapters.rest.page;

import org.jspecify.annotations.NullMarked;
