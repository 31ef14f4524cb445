package com.acme.shop.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

@SpringBootApplication(scanBasePackages = "com.acme.shop")
@EnableMethodSecurity
public class ShopApplication {}
