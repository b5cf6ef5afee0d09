/** New tenants, with their first key and credits. */
@NullMarked
package com.ones1ght.application.onboarding;

import org.jspecify.annotations.NullMarked;
