package io.rollcall.pipeline.remote;

import java.nio.file.Path;

/**
 * What a worker was told.
 *
 * @param input the input folder as this machine sees it, as an absolute path
 * @param output the output folder as this machine sees it, as an absolute path
 * @param threads how many parts it does at once
 */
public record WorkerSettings(Path input, Path output, int threads) {

	/**
	 * So many use the processors of any machine, and not all connections of the server.
	 */
	public static final int MOST_THREADS = 64;

}
