/**
 * What one self-check exercise is: the job file as validated records, the colleges and
 * their names, and the catalogue of canonical fields with the headers they are known by.
 */
package io.rollcall.campaign;
