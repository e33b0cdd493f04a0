/**
 * What differs between file systems and systems: rights, links, folders forced to the
 * disk. Knows nothing but Java.
 */
package io.rollcall.files;
