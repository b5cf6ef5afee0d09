package com.ones1ght.application.credit;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.credit.LedgerEntry;
import java.util.List;

/**
 * A page of a tenant's ledger.
 *
 * @param items none when the page is past the end
 * @param total how many entries the tenant has
 * @param request which page it is
 */
public record LedgerPage(List<LedgerEntry> items, long total, PageRequest request) {

    public LedgerPage {
        items = List.copyOf(items);
    }
}
