/**
 * The catalogue of findings: what each code is called, how grave it is, what it means and
 * what to do.
 */
package io.rollcall.catalogue;
