/** AI12 LocaleAndMoney: texts and amounts whose value depends on where the program runs. */
package dev.zonegate.rules.localeandmoney;
