/** AI02 MissingOwnershipCheck: data that reaches a caller without a look at whose it is. */
package dev.zonegate.rules.missingownershipcheck;
