/** AI05 HardcodedSecret: secrets in sources and configuration. */
package dev.zonegate.rules.hardcodedsecret;
