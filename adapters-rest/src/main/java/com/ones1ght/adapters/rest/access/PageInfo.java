package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.shared.PageRequest;
import java.util.Locale;

/** Which page an answer is. */
record PageInfo(long total, int page, int limit, String order) {

    static PageInfo from(long total, PageRequest request) {
        return new PageInfo(
                total, request.page(), request.limit(), request.order().name().toLowerCase(Locale.ROOT));
    }
}
