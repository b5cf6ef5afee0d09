/** Describes the packaged distribution: its bill of materials and the licences of everything in it. */
package com.ones1ght.distribution;
