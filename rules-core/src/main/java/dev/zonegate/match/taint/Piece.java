package dev.zonegate.match.taint;

/**
 * Where a part of a value comes from.
 *
 * @param into the property of the object that holds it; empty if it is all of it, or any
 */
public record Piece(String into, Trace trace) {}
