/** Events about recommendations, and the triggers by which apps report them. */
@NullMarked
package com.ones1ght.domain.event;

import org.jspecify.annotations.NullMarked;
