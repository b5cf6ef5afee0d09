/** What profiles need of the outside. */
@NullMarked
package com.ones1ght.application.profile.port;

import org.jspecify.annotations.NullMarked;
