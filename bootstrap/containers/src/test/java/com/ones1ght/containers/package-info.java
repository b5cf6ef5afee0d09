/** Tests of the image, of what deploys it, and of the bill of materials. */
package com.ones1ght.containers;
