package com.ones1ght.adapters.rest;

import com.ones1ght.adapters.rest.access.AdminKeysResource;
import com.ones1ght.adapters.rest.access.AuthenticationFilter;
import com.ones1ght.adapters.rest.access.RateLimitFilter;
import com.ones1ght.adapters.rest.access.ValidationResource;
import com.ones1ght.adapters.rest.analytics.AnalyticsResource;
import com.ones1ght.adapters.rest.audit.AdminAuditResource;
import com.ones1ght.adapters.rest.barcode.BarcodeResource;
import com.ones1ght.adapters.rest.chat.ChatResource;
import com.ones1ght.adapters.rest.chat.ChatSessionResource;
import com.ones1ght.adapters.rest.chat.TenantChatsResource;
import com.ones1ght.adapters.rest.chat.TodosResource;
import com.ones1ght.adapters.rest.credit.AdminCreditsResource;
import com.ones1ght.adapters.rest.event.ProfileEventsResource;
import com.ones1ght.adapters.rest.event.SystemDeliveriesResource;
import com.ones1ght.adapters.rest.event.TenantEventsResource;
import com.ones1ght.adapters.rest.event.TriggerResource;
import com.ones1ght.adapters.rest.model.AdminModelsResource;
import com.ones1ght.adapters.rest.profile.ProfileResource;
import com.ones1ght.adapters.rest.profile.ProfileTokenResource;
import com.ones1ght.adapters.rest.shared.CorsFilter;
import com.ones1ght.adapters.rest.shared.EnvelopeFilter;
import com.ones1ght.adapters.rest.shared.FailureMapper;
import com.ones1ght.adapters.rest.shared.JsonObjectReader;
import com.ones1ght.adapters.rest.shared.NegotiationFilter;
import com.ones1ght.adapters.rest.shared.NegotiationHeaders;
import com.ones1ght.adapters.rest.shared.RequestIdFilter;
import com.ones1ght.adapters.rest.store.StorePlanResource;
import com.ones1ght.adapters.rest.tenant.AdminSettingsResource;
import com.ones1ght.adapters.rest.tenant.SystemTenantsResource;
import com.ones1ght.adapters.rest.visit.PersonaStatusResource;
import com.ones1ght.adapters.rest.visit.VisitResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * What {@code /v1} consists of. The list is explicit: a server that scans would also take the interfaces of
 * outbound REST clients for resources.
 */
@ApplicationPath("/v1")
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ValidationResource.class,
                ProfileResource.class,
                ProfileTokenResource.class,
                VisitResource.class,
                PersonaStatusResource.class,
                ChatResource.class,
                ChatSessionResource.class,
                TodosResource.class,
                BarcodeResource.class,
                StorePlanResource.class,
                TriggerResource.class,
                ProfileEventsResource.class,
                TenantEventsResource.class,
                TenantChatsResource.class,
                SystemTenantsResource.class,
                SystemDeliveriesResource.class,
                AdminKeysResource.class,
                AdminCreditsResource.class,
                AdminSettingsResource.class,
                AdminModelsResource.class,
                AdminAuditResource.class,
                AnalyticsResource.class,
                RequestIdFilter.class,
                CorsFilter.class,
                AuthenticationFilter.class,
                RateLimitFilter.class,
                NegotiationHeaders.class,
                NegotiationFilter.class,
                JsonObjectReader.class,
                FailureMapper.class,
                EnvelopeFilter.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        // Jersey would describe itself in XML to whoever asks.
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
