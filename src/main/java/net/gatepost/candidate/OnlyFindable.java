package net.gatepost.candidate;

import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.RoutingBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.RoutingBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.springframework.stereotype.Component;

/** A sealed profile is not in the index at all, so that no query, however wrong, finds it there. */
@Component
class OnlyFindable implements RoutingBinder, RoutingBridge<Profile> {

    @Override
    public void bind(RoutingBindingContext context) {
        context.dependencies().use("visibility");
        context.bridge(Profile.class, this);
    }

    @Override
    public void route(DocumentRoutes routes, Object id, Profile profile, RoutingBridgeRouteContext context) {
        if (profile.visibility() == Visibility.SEALED) {
            routes.notIndexed();
        } else {
            routes.addRoute();
        }
    }

    /** It may have been there before, whatever it is now. */
    @Override
    public void previousRoutes(DocumentRoutes routes, Object id, Profile profile, RoutingBridgeRouteContext context) {
        routes.addRoute();
    }
}
