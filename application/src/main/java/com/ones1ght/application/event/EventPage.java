package com.ones1ght.application.event;

import com.ones1ght.application.shared.PageRequest;
import java.util.List;

/**
 * A page of events.
 *
 * @param items none when the page is past the end
 * @param total how many events there are
 * @param request which page it is
 */
public record EventPage(List<LoggedEvent> items, long total, PageRequest request) {

    public EventPage {
        items = List.copyOf(items);
    }
}
