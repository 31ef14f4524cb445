/**
 * The neutral program model: immutable nodes, types and spans of Java source. Imports {@code
 * java.*} only.
 */
package dev.zonegate.model;
