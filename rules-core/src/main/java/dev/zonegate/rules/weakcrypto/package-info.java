/** AI06: cryptography that does not protect. */
package dev.zonegate.rules.weakcrypto;
