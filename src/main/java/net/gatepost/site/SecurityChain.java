package net.gatepost.site;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import net.gatepost.account.FreshViewer;
import net.gatepost.web.Role;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Who may ask for which address. Deny by default: an address that no line names does not exist, for anybody. What a
 * person may do with a thing once there is decided by the module that owns the thing. Desks are guarded a second time, by
 * annotations of their own such as {@link net.gatepost.web.ForAdministrators}.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityChain {

    /** Pages that anybody may read. */
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/jobs",
        "/jobs/*",
        "/jobs/*/*",
        "/jobs/*/apply/departure",
        "/jobs.atom",
        "/jobs.xml",
        "/api",
        "/employers",
        "/employers/*",
        "/employers/*/jobs.atom",
        "/employers/*/jobs.xml",
        "/briefings",
        "/briefings/*",
        "/briefings/*/image",
        "/briefings/topics/*",
        "/briefings/topics/*/briefings.atom",
        "/briefings.atom",
        "/join",
        "/join/**",
        "/sign-in",
        "/sign-in/second-step",
        "/sign-in/smart-card",
        "/password",
        "/password/**",
        "/email/**",
        "/erased",
        "/mailing-list",
        "/mailing-list/**",
        "/alerts/**",
        "/privacy",
        "/terms",
        "/help",
        "/contact",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap/*",
        "/.well-known/security.txt",
        "/favicon.ico",
        "/assets/**",
        "/actuator/health",
        "/actuator/health/*",
        "/livez",
        "/readyz",
        "/demo/mailbox",
        "/demo/mailbox/**",
    };

    /**
     * Forms that a signed-out person sends. A CSRF token would cost every anonymous page a session, so they are guarded
     * by {@link SameOrigin} alone; signing in is among them.
     */
    private static final String[] ANONYMOUS_FORMS = {
        "/join",
        "/join/**",
        "/sign-in",
        "/sign-in/second-step",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/sign-in/smart-card",
        "/password",
        "/password/**",
        "/email/**",
        "/mailing-list",
        "/mailing-list/**",
        "/alerts/**"
    };

    @Bean
    SecurityFilterChain gatepostChain(
            HttpSecurity http,
            FreshViewer freshViewer,
            Refusals refusals,
            SiteAddress site,
            Clock clock,
            @Value("${gatepost.page-cache}") DataSize pageCache) {
        http.authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(SecurityChain::isForTheOperator)
                .permitAll()
                // Signed out, its page says so and keeps what was typed.
                .requestMatchers(POST, "/jobs/*/apply")
                .permitAll()
                .requestMatchers(POST, "/jobs/*/apply/declaration")
                .hasRole(Role.MEMBER.name())
                .requestMatchers(GET, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HEAD, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(POST, ANONYMOUS_FORMS)
                .permitAll()
                .requestMatchers(ANONYMOUS_FORMS)
                .access((authentication, request) -> Refusals.ONLY_READ_AND_POSTED)
                .requestMatchers(PUBLIC_PAGES)
                .access((authentication, request) -> Refusals.ONLY_READ)
                .requestMatchers("/hire/candidates", "/hire/candidates/**")
                .hasRole(Role.VERIFIED_RECRUITER.name())
                .requestMatchers(
                        "/me/security/second-factor",
                        "/me/security/second-factor/**",
                        "/me/security/passkeys",
                        "/me/security/passkeys/**",
                        "/me/security/smart-card",
                        "/me/security/smart-card/removal",
                        "/me/security/confirmation",
                        "/me/security/confirmation/passkey",
                        "/sign-out")
                .hasAnyRole(Role.MEMBER.name(), Role.FACTOR_MISSING.name())
                .requestMatchers("/me", "/me/**", "/hire", "/hire/**", "/reports", "/reports/new")
                .hasRole(Role.MEMBER.name())
                .requestMatchers("/admin/briefings", "/admin/briefings/**")
                .hasAnyRole(Role.EDITOR.name(), Role.ADMINISTRATOR.name())
                .requestMatchers("/admin", "/admin/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .anyRequest()
                .access((authentication, request) -> Refusals.NO_SUCH_ADDRESS));
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("email")
                .passwordParameter("passphrase")
                .successHandler(refusals::signedIn)
                .failureHandler(refusals::signInRefused));
        http.logout(signOut -> signOut.logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(POST, "/sign-out"))
                // Over https: the back button of the next person at this machine shows nothing.
                .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                .logoutSuccessUrl("/"));
        http.csrf(csrf -> csrf.ignoringRequestMatchers(posts(ANONYMOUS_FORMS))
                // Who is not signed in is let through to nothing else; asking for a token would begin a session.
                .ignoringRequestMatchers(request -> request.getAttribute(Viewer.ATTRIBUTE) == null));
        http.requestCache(cache -> cache.disable());
        http.rememberMe(remember -> remember.disable());
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        http.headers(headers -> headers.cacheControl(cache -> cache.disable())
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; script-src 'self'; "
                        + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                        + (site.secure() ? "; upgrade-insecure-requests" : "")))
                .referrerPolicy(referrer -> referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy
                                .STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resources -> resources.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(Customizer.withDefaults()));
        http.addFilterBefore(new SameOrigin(), CsrfFilter.class);
        http.addFilterBefore(freshViewer, CsrfFilter.class);
        http.addFilterAfter(new TokenFirst(), CsrfFilter.class);
        http.addFilterBefore(new PageCache(pageCache, clock), AuthorizationFilter.class);
        http.addFilterBefore(new PageCaching(), AuthorizationFilter.class);
        return http.build();
    }

    /** Part of the security chain; as a bean it would also be put in front of every request. */
    @Bean
    FilterRegistrationBean<FreshViewer> freshViewerOnlyInTheChain(FreshViewer filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** At the port of {@code management.server.port}, which only this machine reaches unless its address says otherwise. */
    private static boolean isForTheOperator(HttpServletRequest request) {
        var context = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
        return context != null
                && WebServerApplicationContext.hasServerNamespace(context, "management")
                && request.getMethod().equals(GET.name());
    }

    private static RequestMatcher posts(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern))
                .toList());
    }
}
