package net.gatepost.briefing;

import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.RoutingBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.RoutingBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.springframework.stereotype.Component;

/** Only what everybody may read reaches the index, so that no query, however wrong, finds a draft there. */
@Component
class OnlyPublished implements RoutingBinder, RoutingBridge<Briefing> {

    @Override
    public void bind(RoutingBindingContext context) {
        context.dependencies().use("status");
        context.bridge(Briefing.class, this);
    }

    @Override
    public void route(DocumentRoutes routes, Object id, Briefing briefing, RoutingBridgeRouteContext context) {
        if (briefing.status().isPublic()) {
            routes.addRoute();
        } else {
            routes.notIndexed();
        }
    }

    /** It may have been there before, whatever it is now. */
    @Override
    public void previousRoutes(DocumentRoutes routes, Object id, Briefing briefing, RoutingBridgeRouteContext context) {
        routes.addRoute();
    }
}
