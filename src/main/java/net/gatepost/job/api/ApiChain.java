package net.gatepost.job.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import net.gatepost.web.Problems;
import net.gatepost.web.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Who may ask for which address below {@code /api/}: no session, no cookie, no form. Deny by default, as for the site; and
 * nobody is sent to sign in, because nobody looks.
 */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    static final String LISTINGS = "/api/listings";

    private static final AuthorizationDecision NO_SUCH_ADDRESS = new AuthorizationDecision(false);

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, ApiTokens tokens, RateLimits limits, ApiProblems failures, Problems problems) {
        // Not /api itself, which is a page of the site.
        http.securityMatcher(request -> request.getRequestURI().startsWith("/api/"));
        http.authorizeHttpRequests(routes -> routes.requestMatchers("/api/jobs", "/api/jobs/*", "/api/openapi.json")
                .permitAll()
                .requestMatchers(GET, LISTINGS, LISTINGS + "/*")
                .hasAuthority(Scope.READ.authority())
                .requestMatchers(HEAD, LISTINGS, LISTINGS + "/*")
                .hasAuthority(Scope.READ.authority())
                .requestMatchers(POST, LISTINGS, LISTINGS + "/*/publication", LISTINGS + "/*/closure")
                .hasAuthority(Scope.WRITE.authority())
                .requestMatchers(PUT, LISTINGS + "/*")
                .hasAuthority(Scope.WRITE.authority())
                // For another method: the dispatcher says which ones there are.
                .requestMatchers(LISTINGS, LISTINGS + "/*", LISTINGS + "/*/publication", LISTINGS + "/*/closure")
                .authenticated()
                .anyRequest()
                .access((authentication, request) -> NO_SUCH_ADDRESS));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(csrf -> csrf.disable());
        http.logout(signOut -> signOut.disable());
        http.requestCache(cache -> cache.disable());
        http.cors(cors -> cors.configurationSource(ApiChain::crossOrigin));
        http.exceptionHandling(handling ->
                handling.authenticationEntryPoint(unauthorized(problems)).accessDeniedHandler(forbidden(problems)));
        http.headers(headers -> headers.cacheControl(cache -> cache.disable())
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)));
        http.addFilterBefore(new TokenSignIn(tokens, limits, failures, problems), AnonymousAuthenticationFilter.class);
        http.addFilterBefore(new ApiCaching(), AuthorizationFilter.class);
        return http.build();
    }

    /** What anybody may read, pages of other sites may read too; a token has no business in a browser. */
    private static @Nullable CorsConfiguration crossOrigin(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(LISTINGS)) {
            return null;
        }
        var anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of(GET.name(), HEAD.name()));
        anybody.setAllowedHeaders(List.of(HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH));
        anybody.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER));
        anybody.setMaxAge(3600L);
        return anybody;
    }

    private static AuthenticationEntryPoint unauthorized(Problems problems) {
        return (request, response, refusal) -> {
            if (isNoSuchAddress(refusal.getCause())) {
                problems.tell(Problems.of(HttpStatus.NOT_FOUND), request, response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gatepost\"");
                problems.tell(Problems.of(HttpStatus.UNAUTHORIZED), request, response);
            }
        };
    }

    private static AccessDeniedHandler forbidden(Problems problems) {
        return (request, response, refusal) -> {
            if (isNoSuchAddress(refusal)) {
                problems.tell(Problems.of(HttpStatus.NOT_FOUND), request, response);
            } else {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gatepost\", error=\"insufficient_scope\"");
                problems.tell(Problems.of(HttpStatus.FORBIDDEN), request, response);
            }
        };
    }

    private static boolean isNoSuchAddress(@Nullable Throwable refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() == NO_SUCH_ADDRESS;
    }
}
