package com.acme.one;

public @interface Regulated {}
