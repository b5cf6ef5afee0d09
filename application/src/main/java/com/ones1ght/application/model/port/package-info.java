/** What model needs of the outside. */
@NullMarked
package com.ones1ght.application.model.port;

import org.jspecify.annotations.NullMarked;
