/** Creating, reading, changing and deleting profiles. */
@NullMarked
package com.ones1ght.application.profile;

import org.jspecify.annotations.NullMarked;
