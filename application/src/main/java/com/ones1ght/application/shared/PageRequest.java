package com.ones1ght.application.shared;

import com.ones1ght.domain.shared.InvalidRequestException;

/**
 * A page of a list.
 *
 * @param page from 0, at most {@value #MAX_PAGE}
 * @param limit the size of the page, from 1; above {@value #MAX_LIMIT} counts as {@value #MAX_LIMIT}
 * @param order by creation time
 */
public record PageRequest(int page, int limit, Order order) {

    public static final int MAX_PAGE = 1_000_000;
    public static final int MAX_LIMIT = 500;

    /** @throws InvalidRequestException when a number is out of its range */
    public PageRequest {
        if (page < 0 || page > MAX_PAGE) {
            throw new InvalidRequestException("page", "must be between 0 and " + MAX_PAGE);
        }
        if (limit < 1) {
            throw new InvalidRequestException("limit", "must be at least 1");
        }
        limit = Math.min(limit, MAX_LIMIT);
    }

    /** Oldest or newest first; equal times by id. */
    public enum Order {
        ASC,
        DESC
    }

    /** The number of items before the page. */
    public long offset() {
        return (long) page * limit;
    }
}
