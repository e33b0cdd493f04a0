/**
 * Links records that no key could link, by similarity: Fellegi–Sunter match weights in
 * bits, argued or estimated from the data, over candidates from blocking keys, assigned
 * one to one. Pure functions; knows only identity.
 */
package io.rollcall.linkage;
