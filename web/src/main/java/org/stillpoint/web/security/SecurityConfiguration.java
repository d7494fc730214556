package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.web.WebSettings;

/**
 * Deny by default: only signing in, the first start and the static files are open, and no other controller answers under their
 * addresses (DoorTest); every write needs its token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Files, which are the same for everybody. */
    static final String[] FILES = {"/style/**", "/script/**", "/font/**", "/webjars/**", "/icon.svg"};

    /** Its address holds a secret; a mail program that sends to it has no form (RFC 8058). */
    private static final String MAIL_OFF = "/mail-off/*";

    private static final String[] LOCK = {"/sign-in/lock", "/sign-in/uncover", SignInFilter.IN_USE};

    private static final String[] OPEN = {
        "/sign-in",
        "/first-start",
        "/invitation/*",
        "/link/*",
        "/calendar/*",
        "/guide/*", // what clients may read about the program, the same for everybody
        "/link/*/*",
        "/link/*/own/*",
        "/link/*/appointment/*",
        "/link/*/intake/*",
        MAIL_OFF,
        "/link/*/questionnaire/*/*",
        "/error",
        "/health",
        "/metrics"
    };

    private static final String PASSKEY = "/sign-in/passkey";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    FilterRegistrationBean<HostFilter> host(WebSettings settings) {
        var registration = new FilterRegistrationBean<>(new HostFilter(settings.way()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContentPolicyFilter> contentPolicy() {
        var registration = new FilterRegistrationBean<>(new ContentPolicyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestSizeFilter> requestSize() {
        var registration = new FilterRegistrationBean<>(new RequestSizeFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    RequestCache askedPage(WebSettings settings) {
        return new AskedPage(DoorCookie.ofAskedPage(settings));
    }

    /** Programs of others: their own door asks for a token ({@code FhirController}); no cookie opens anything here, so no form needs one. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        http.securityMatcher("/fhir", "/fhir/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.httpStrictTransportSecurity(tls -> tls.includeSubDomains(false))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInThrottle throttle,
            OpenSignIns signIns,
            AccountedSignIns account,
            WebSettings settings,
            RequestCache askedPage,
            AuthenticationSuccessHandler letIn,
            AuthenticationFailureHandler turnedAway,
            AccessDeniedHandler refused)
            throws Exception {
        SignInTries device = new SignInTries(DoorCookie.ofDevice(settings));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(FILES)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(PASSKEY)
                .permitAll()
                .anyRequest()
                .authenticated());
        // nothing of the server's own is held for anybody, signed in or not
        http.sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.securityContext(context -> context.securityContextRepository(new KeptSignIns(signIns)));
        http.requestCache(asked -> asked.requestCache(askedPage));
        http.csrf(forms -> forms.csrfTokenRepository(new FormTokens(signIns, DoorCookie.ofForm(settings)))
                // a page that was open for long may lock and unlock: the one harms nobody, the other needs the password
                .ignoringRequestMatchers(LOCK)
                .ignoringRequestMatchers(MAIL_OFF));
        http.addFilterBefore(new SignInFilter(signIns), SecurityContextHolderFilter.class);
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("name")
                .passwordParameter("password")
                .successHandler((request, response, who) -> {
                    device.give(response, throttle.succeeded(device.tryOf(request)));
                    if (who.getPrincipal() instanceof SignedIn person) {
                        if (signIns.here(request).filter(SignIn::awaitsCode).isEmpty()) {
                            account.letIn(person.actor().account());
                        }
                    }
                    letIn.onAuthenticationSuccess(request, response, who);
                })
                .failureHandler(new FailedSignIns(throttle, device, account, turnedAway)));
        http.logout(out -> out.logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?out")
                .addLogoutHandler((request, response, who) -> {
                    if (request.getParameter("waits") == null) {
                        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
                    }
                }));
        http.addFilterBefore(new SignedOutFilter(signIns), CsrfFilter.class);
        http.addFilterBefore(new ScreenLockFilter(signIns), AuthorizationFilter.class);
        http.addFilterBefore(new SecondStepFilter(signIns), AuthorizationFilter.class);
        http.addFilterBefore(
                new SignInThrottleFilter(throttle, device, turnedAway), UsernamePasswordAuthenticationFilter.class);
        http.exceptionHandling(denied -> denied.authenticationEntryPoint((request, response, failure) -> {
                    if (SignedOutFilter.wantsJson(request)) {
                        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                    } else {
                        new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, failure);
                    }
                })
                .accessDeniedHandler((request, response, failure) -> {
                    if (SignedOutFilter.wantsJson(request)) {
                        response.sendError(
                                failure instanceof ScreenLocked
                                        ? ScreenLocked.STATUS
                                        : signedOut()
                                                ? HttpServletResponse.SC_UNAUTHORIZED
                                                : HttpServletResponse.SC_FORBIDDEN);
                    } else {
                        refused.handle(request, response, failure);
                    }
                }));
        http.headers(headers -> headers.httpStrictTransportSecurity(tls -> tls.includeSubDomains(false))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new DevicePolicy())
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN)));
        return http.build();
    }

    private static boolean signedOut() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }
}
