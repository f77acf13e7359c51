package net.gatepost.mail;

import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets the template engine render a mail's text part: templates whose name ends in {@code .txt}. */
@Configuration(proxyBeanMethods = false)
class MailTemplates {

    @Bean
    SpringResourceTemplateResolver textTemplates(
            ApplicationContext context,
            @org.springframework.beans.factory.annotation.Value("${spring.thymeleaf.prefix:classpath:/templates/}")
                    String prefix,
            @org.springframework.beans.factory.annotation.Value("${spring.thymeleaf.cache:true}") boolean cache) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(prefix);
        resolver.setResolvablePatterns(Set.of("*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(cache);
        resolver.setOrder(1);
        return resolver;
    }
}
