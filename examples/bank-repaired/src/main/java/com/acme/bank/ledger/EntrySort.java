package com.acme.bank.ledger;

/** The orders in which entries can be listed, each with its column. */
public enum EntrySort {
    NEWEST("created_at DESC"),
    OLDEST("created_at ASC"),
    LARGEST("amount DESC");

    private final String orderBy;

    EntrySort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }
}
