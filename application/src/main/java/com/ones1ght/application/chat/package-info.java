/** Asking for a recommendation, and watching it come into being. */
@NullMarked
package com.ones1ght.application.chat;

import org.jspecify.annotations.NullMarked;
