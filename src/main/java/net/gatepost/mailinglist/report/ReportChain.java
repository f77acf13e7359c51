package net.gatepost.mailinglist.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.gatepost.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets a mail provider with our token post reports, and nobody else. */
@Configuration(proxyBeanMethods = false)
class ReportChain {

    static final String REPORTS = "/api/mailing-list/reports";

    @Bean
    @Order(0)
    SecurityFilterChain reportSecurity(HttpSecurity http, ReportToken token, Problems problems) {
        http.securityMatcher(REPORTS);
        http.authorizeHttpRequests(routes -> routes.anyRequest()
                .access((authentication, context) -> new AuthorizationDecision(token.isShownBy(context.getRequest()))));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(csrf -> csrf.disable());
        http.logout(signOut -> signOut.disable());
        http.requestCache(cache -> cache.disable());
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, refusal) -> refuse(problems, request, response))
                .accessDeniedHandler((request, response, refusal) -> refuse(problems, request, response)));
        http.headers(headers -> headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
        return http.build();
    }

    /** Signed in or not: whoever shows no token is told to. */
    private static void refuse(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gatepost\"");
        problems.tell(Problems.of(HttpStatus.UNAUTHORIZED), request, response);
    }
}
