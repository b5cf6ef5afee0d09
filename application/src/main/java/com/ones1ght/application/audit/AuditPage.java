package com.ones1ght.application.audit;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.audit.AuditEntry;
import java.util.List;

/**
 * A page of a tenant's audit log.
 *
 * @param items none when the page is past the end
 * @param total how many entries the tenant has
 * @param request which page it is
 */
public record AuditPage(List<AuditEntry> items, long total, PageRequest request) {

    public AuditPage {
        items = List.copyOf(items);
    }
}
