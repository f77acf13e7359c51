package net.gatepost.site;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import net.gatepost.web.RetentionPeriods;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The clock that everything asks, and the assets with their content in their names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionPeriods.class)
@EnableScheduling
class SiteConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Ticks in microseconds, as both databases keep time: an instant is the same before and after it was stored. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** Over https the cookie binds itself to this host: the prefix is the browser's promise. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(SiteAddress site) {
        return cookie -> {
            cookie.setCookieName(site.secure() ? "__Host-gatepost" : "gatepost");
            cookie.setUseSecureCookie(site.secure());
            cookie.setCookiePath("/");
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
        };
    }

    /** Two requests of one person at once may both begin an attribute, a notice for instance: the second one is let go. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributes() {
        return sessions -> sessions.setCreateSessionAttributeQuery("""
                INSERT INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING""");
    }

    /** Thymeleaf would else guess from how the address ends, and send the error page of a missing style sheet as one. */
    @Bean
    SmartInitializingSingleton pagesAreHtml(ThymeleafViewResolver pages) {
        return () -> pages.setForceContentType(true);
    }

    /** All of {@code messages/}: a module adds its own file and nothing else. */
    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            messages.addBasenames("messages/" + StringUtils.stripFilenameExtension(requireNonNull(file.getFilename())));
        }
        return messages;
    }

    /** Only under {@code /assets/**}: elsewhere each link of a page would be tried as a resource. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var cached = CacheControl.maxAge(FOR_EVER).cachePublic().immutable();
        registry.addResourceHandler("/assets/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(cached)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new LiteWebJarsResourceResolver());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(cached)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Bean
    ResourceUrlEncodingFilter assetLinks() {
        return new ResourceUrlEncodingFilter();
    }
}
