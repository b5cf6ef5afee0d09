package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.analytics.GetAnalyticsService;
import com.ones1ght.application.analytics.GetAnalyticsUseCase;
import com.ones1ght.application.analytics.port.AnalyticsReports;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.chat.runner.RunnerSettings;
import com.ones1ght.application.event.DueDeliveries;
import com.ones1ght.application.event.FollowEventsService;
import com.ones1ght.application.event.FollowEventsUseCase;
import com.ones1ght.application.event.ItemEvents;
import com.ones1ght.application.event.ListParkedDeliveriesService;
import com.ones1ght.application.event.ListParkedDeliveriesUseCase;
import com.ones1ght.application.event.ListProfileEventsService;
import com.ones1ght.application.event.ListProfileEventsUseCase;
import com.ones1ght.application.event.ListTenantEventsService;
import com.ones1ght.application.event.ListTenantEventsUseCase;
import com.ones1ght.application.event.NewEvents;
import com.ones1ght.application.event.ResendDeliveryService;
import com.ones1ght.application.event.ResendDeliveryUseCase;
import com.ones1ght.application.event.SingleTriggers;
import com.ones1ght.application.event.TriggerCouponService;
import com.ones1ght.application.event.TriggerCouponUseCase;
import com.ones1ght.application.event.TriggerRecommendationService;
import com.ones1ght.application.event.TriggerRecommendationUseCase;
import com.ones1ght.application.event.TriggerSignageService;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.ItemDocuments;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Makes the use cases of triggers and events. */
@ApplicationScoped
public class EventUseCases {

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    ItemEvents itemEvents(TriggeredRounds rounds, ItemDocuments documents, IdGenerator ids) {
        return new ItemEvents(rounds, documents, ids);
    }

    @Produces
    @ApplicationScoped
    TriggerSignageUseCase triggerSignage(
            TriggeredRounds rounds,
            ItemEvents items,
            EventLog log,
            SignageOutbox outbox,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            DueDeliveries dueDeliveries,
            IdGenerator ids,
            InstantSource clock,
            RunnerSettings settings) {
        return new TriggerSignageService(
                rounds, items, log, outbox, unitOfWork, newEvents, dueDeliveries, ids, clock, settings.defaultStore());
    }

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    SingleTriggers singleTriggers(
            TriggeredRounds rounds,
            ItemEvents items,
            EventLog log,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            InstantSource clock) {
        return new SingleTriggers(rounds, items, log, unitOfWork, newEvents, clock);
    }

    @Produces
    @ApplicationScoped
    TriggerCouponUseCase triggerCoupon(SingleTriggers triggers) {
        return new TriggerCouponService(triggers);
    }

    @Produces
    @ApplicationScoped
    TriggerRecommendationUseCase triggerRecommendation(SingleTriggers triggers) {
        return new TriggerRecommendationService(triggers);
    }

    @Produces
    @ApplicationScoped
    ListProfileEventsUseCase listProfileEvents(EventLog log) {
        return new ListProfileEventsService(log);
    }

    @Produces
    @ApplicationScoped
    ListTenantEventsUseCase listTenantEvents(EventLog log) {
        return new ListTenantEventsService(log);
    }

    @Produces
    @ApplicationScoped
    ListParkedDeliveriesUseCase listParkedDeliveries(Tenants tenants, SignageOutbox outbox) {
        return new ListParkedDeliveriesService(tenants, outbox);
    }

    @Produces
    @ApplicationScoped
    ResendDeliveryUseCase resendDelivery(
            Tenants tenants,
            SignageOutbox outbox,
            AuditLog audit,
            UnitOfWork unitOfWork,
            DueDeliveries dueDeliveries,
            InstantSource clock) {
        return new ResendDeliveryService(tenants, outbox, audit, unitOfWork, dueDeliveries, clock);
    }

    @Produces
    @ApplicationScoped
    FollowEventsUseCase followEvents(EventLifecycle lifecycle) {
        return new FollowEventsService(lifecycle.feed());
    }

    @Produces
    @ApplicationScoped
    GetAnalyticsUseCase getAnalytics(AnalyticsReports reports) {
        return new GetAnalyticsService(reports);
    }
}
