package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.KeyIssue;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.event.ItemEvents;
import com.ones1ght.application.event.SignagePassages;
import com.ones1ght.application.model.ModelRules;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.SignageBoard;
import com.ones1ght.application.store.StorePlanBoard;
import com.ones1ght.application.visit.ChatSessionKeeper;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.literal.SingletonLiteral;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.util.Set;

/**
 * Makes singletons of the services of the application, which know no framework: each has one constructor, whose
 * parameters the container injects. Where one cannot be injected, the container fails the deployment and names the
 * service and the parameter. No other class of the application becomes a bean by itself.
 */
public class ApplicationServices implements Extension {

    private static final String APPLICATION = "com.ones1ght.application.";

    /** What several services share. */
    private static final Set<Class<?>> COLLABORATORS = Set.of(
            ChatSessionKeeper.class,
            CouponSpotBoard.class,
            ItemEvents.class,
            KeyIssue.class,
            ModelRules.class,
            RunAcceptance.class,
            RunCancellation.class,
            SignageBoard.class,
            SignagePassages.class,
            StorePlanBoard.class);

    <T> void register(@Observes ProcessAnnotatedType<T> discovered) {
        Class<T> type = discovered.getAnnotatedType().getJavaClass();
        if (!type.getName().startsWith(APPLICATION)) {
            return;
        }
        if (type.getSimpleName().endsWith("Service") || COLLABORATORS.contains(type)) {
            inject(discovered.configureAnnotatedType(), type);
        } else {
            discovered.veto();
        }
    }

    private static void inject(AnnotatedTypeConfigurator<?> service, Class<?> type) {
        if (service.constructors().size() != 1) {
            throw new DefinitionException(type.getName() + " must have one constructor, which takes all that it needs");
        }
        service.add(SingletonLiteral.INSTANCE);
        service.constructors().forEach(constructor -> constructor.add(InjectLiteral.INSTANCE));
    }
}
