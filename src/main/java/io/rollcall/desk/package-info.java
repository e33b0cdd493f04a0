/**
 * What people at a desk see and decide, without pages: figures and searches, answers,
 * uploads and sign-offs. The pages of the portal show it; nothing here knows of the web.
 */
package io.rollcall.desk;
