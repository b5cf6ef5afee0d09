/**
 * A client of the OneS1ght gateway: what apps need on top of the calls that are generated from the OpenAPI document, in
 * {@code com.ones1ght.client.api}.
 */
package com.ones1ght.client;
