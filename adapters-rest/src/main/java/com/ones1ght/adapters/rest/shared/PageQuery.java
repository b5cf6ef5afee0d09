package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code page}, {@code limit} and {@code order}; of a repeated parameter, the first one counts. */
public final class PageQuery {

    private static final int DEFAULT_LIMIT = 100;

    /** The page of a request without a query. */
    public static final PageRequest DEFAULT = new PageRequest(0, DEFAULT_LIMIT, Order.DESC);

    private final MultivaluedMap<String, String> query;
    private final List<FieldError> errors = new ArrayList<>();

    private PageQuery(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /** @throws InvalidInputException when a parameter is invalid */
    public static PageRequest read(MultivaluedMap<String, String> query) {
        PageQuery reader = new PageQuery(query);
        int page = reader.number("page", 0, 0, PageRequest.MAX_PAGE);
        int limit = reader.number("limit", DEFAULT_LIMIT, 1, Integer.MAX_VALUE);
        Order order = reader.order();
        if (!reader.errors.isEmpty()) {
            throw new InvalidInputException(reader.errors);
        }
        return new PageRequest(page, limit, order);
    }

    private int number(String name, int byDefault, int min, int max) {
        String text = query.getFirst(name);
        if (text == null) {
            return byDefault;
        }
        if (text.matches("[0-9]+")) {
            // A number too long for a long is too large for everything here.
            long number = text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
            if (number > max && max == Integer.MAX_VALUE) {
                return max;
            }
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        String range = max == Integer.MAX_VALUE ? "at least " + min : "from " + min + " to " + max;
        errors.add(new FieldError(name, name + " must be a whole number " + range));
        return byDefault;
    }

    private Order order() {
        @Nullable String text = query.getFirst("order");
        if (text == null || text.equals("desc")) {
            return Order.DESC;
        }
        if (!text.equals("asc")) {
            errors.add(new FieldError("order", "order must be asc or desc"));
        }
        return Order.ASC;
    }
}
