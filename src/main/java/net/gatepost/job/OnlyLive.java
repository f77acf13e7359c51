package net.gatepost.job;

import java.time.Clock;
import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.RoutingBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.RoutingBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.springframework.stereotype.Component;

/** Only what the public may see reaches the index, so that no query, however wrong, finds a draft there. */
@Component
class OnlyLive implements RoutingBinder, RoutingBridge<Listing> {

    private final Clock clock;

    OnlyLive(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void bind(RoutingBindingContext context) {
        context.dependencies().use("status").use("endsAt").use("withheldAt");
        context.bridge(Listing.class, this);
    }

    @Override
    public void route(DocumentRoutes routes, Object id, Listing listing, RoutingBridgeRouteContext context) {
        if (listing.isLive(clock.instant())) {
            routes.addRoute();
        } else {
            routes.notIndexed();
        }
    }

    /** It may have been there before, whatever it is now. */
    @Override
    public void previousRoutes(DocumentRoutes routes, Object id, Listing listing, RoutingBridgeRouteContext context) {
        routes.addRoute();
    }
}
