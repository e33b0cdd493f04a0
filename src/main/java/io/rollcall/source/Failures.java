package io.rollcall.source;

import java.io.EOFException;
import java.nio.file.FileSystemException;
import java.util.zip.ZipException;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;

import io.rollcall.source.RefusedException.Problem;

/**
 * Turns what parsers and libraries throw on damaged files into problems. Messages of
 * library exceptions often quote the input, so none of them is kept.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * The refusal that tells a failure.
	 * @param failure anything thrown while a file was read
	 * @return the refusal
	 * @throws Error when the failure is none of a file (a broken class path, a killed
	 * thread)
	 */
	static RefusedException translate(Throwable failure) {
		if (failure instanceof LinkageError || failure instanceof ThreadDeath) {
			throw (Error) failure;
		}
		if (failure instanceof Refusal refusal) {
			return refusal.refused();
		}
		return new RefusedException(problem(failure));
	}

	private static Problem problem(Throwable failure) {
		if (failure instanceof EncryptedDocumentException) {
			return Problem.ENCRYPTED;
		}
		if (failure instanceof OldExcelFormatException) {
			return Problem.DAMAGED;
		}
		if (failure instanceof OutOfMemoryError) {
			return Problem.MEMORY;
		}
		if (failure instanceof EOFException) {
			return Problem.TRUNCATED;
		}
		if (failure instanceof FileSystemException || failure instanceof SecurityException) {
			return Problem.UNREADABLE;
		}
		if (failure instanceof ZipException) {
			return Problem.DAMAGED;
		}
		return Problem.DAMAGED;
	}

}
