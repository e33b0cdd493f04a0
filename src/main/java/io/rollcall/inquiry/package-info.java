/**
 * Questions to a run that has ended: why a student stands where he stands, and what other
 * rules would have said. What is no longer staged is done again in a transaction that is
 * rolled back.
 */
package io.rollcall.inquiry;
