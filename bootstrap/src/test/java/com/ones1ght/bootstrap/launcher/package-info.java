/** What the launcher decides by itself, before a server runs. */
@NullMarked
package com.ones1ght.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
