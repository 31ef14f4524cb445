/** AI01 AuthBypass: ways past the access checks. */
package dev.zonegate.rules.authbypass;
