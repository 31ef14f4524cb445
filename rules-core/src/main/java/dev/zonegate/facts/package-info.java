/**
 * What files tell the project: facts are collected file by file, kept as data, and asked when all
 * files are known. Library knowledge is used here as in the rules, by way of {@code match}.
 */
package dev.zonegate.facts;
