/**
 * What every front-end shares: the contract, the scanner over the original text, names from
 * imports, the printer.
 */
package dev.zonegate.frontend;
