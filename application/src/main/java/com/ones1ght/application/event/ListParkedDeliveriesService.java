package com.ones1ght.application.event;

import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.SignageOutbox.ParkedDelivery;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.util.List;

/** Reads what is parked. */
public final class ListParkedDeliveriesService implements ListParkedDeliveriesUseCase {

    private final Tenants tenants;
    private final SignageOutbox outbox;

    public ListParkedDeliveriesService(Tenants tenants, SignageOutbox outbox) {
        this.tenants = tenants;
        this.outbox = outbox;
    }

    @Override
    public List<ParkedDelivery> list(Query query) {
        Tenant tenant = tenants.byCode(query.code()).orElseThrow(NotFoundException::new);
        return outbox.parked(tenant.id(), MOST);
    }
}
