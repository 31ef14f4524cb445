package dev.zonegate.rule;

/**
 * What a candidate keeps for the day it is settled: a record of strings, numbers, booleans, enum
 * constants, spans, and lists and records of these. It holds no secret.
 */
public interface Evidence {}
