package com.acme.shop.core;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
public class Security {
  @Bean
  SecurityFilterChain shop(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(HttpMethod.DELETE, "/orders/**")
                    .hasRole("ADMIN")
                    .requestMatchers("/status")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }
}
