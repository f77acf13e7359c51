package net.gatepost.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How often a person, or a network where nobody is signed in, may search in a minute: {@code gatepost.limits.searches}, more
 * than people need and less than it takes to copy the site or to keep its cores busy. 0 is no limit. Each process counts for
 * itself, since a search writes nothing: {@link RateLimits} are for what does.
 */
@Component
class SearchLimit implements HandlerInterceptor, WebMvcConfigurer {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final int KEYS_KEPT = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS_KEPT)
            .expireAfterAccess(PERIOD)
            .build();

    private final int searches;

    SearchLimit(@Value("${gatepost.limits.searches}") int searches) {
        this.searches = searches;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (searches > 0 && handler instanceof HandlerMethod method && method.hasMethodAnnotation(Searches.class)) {
            Viewer viewer = Viewers.current();
            String who = viewer == null
                    ? Network.of(request.getRemoteAddr()).value()
                    : viewer.id().toString();
            TooManyRequests.unlessTaken(buckets.get(who, unused -> full()).tryConsumeAndReturnRemaining(1));
        }
        return true;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(searches).refillGreedy(searches, PERIOD))
                .build();
    }
}
