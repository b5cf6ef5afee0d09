/** Who may call: tenants, their API keys, scopes and credits. */
@NullMarked
package com.ones1ght.domain.access;

import org.jspecify.annotations.NullMarked;
