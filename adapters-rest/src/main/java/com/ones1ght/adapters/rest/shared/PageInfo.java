package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.PageRequest;

/** The {@code pageInfo} of an answer. */
public record PageInfo(long total, int page, int limit, String order) {

    public static PageInfo from(long total, PageRequest request) {
        return new PageInfo(total, request.page(), request.limit(), WireWords.of(request.order()));
    }
}
