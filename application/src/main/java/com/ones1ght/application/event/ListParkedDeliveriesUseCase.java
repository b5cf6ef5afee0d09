package com.ones1ght.application.event;

import com.ones1ght.application.event.port.SignageOutbox.ParkedDelivery;
import com.ones1ght.domain.shared.Require;
import java.util.List;

/** Shows the operator what a tenant's signages could not be told. */
public interface ListParkedDeliveriesUseCase {

    /** The most that are shown at once. */
    int MOST = 500;

    /**
     * @return the longest parked first, {@value #MOST} at the most
     * @throws com.ones1ght.domain.shared.NotFoundException when there is no such tenant
     */
    List<ParkedDelivery> list(Query query);

    /** @param code which tenant; of whatever form, one that is no code names nothing */
    record Query(String code) {

        public Query {
            Require.notNull(code, "tenant_code");
        }
    }
}
