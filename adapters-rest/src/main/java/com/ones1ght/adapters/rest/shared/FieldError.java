package com.ones1ght.adapters.rest.shared;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name as the client knows it
 * @param message a sentence that names the field and the rule
 */
public record FieldError(String field, String message) {}
