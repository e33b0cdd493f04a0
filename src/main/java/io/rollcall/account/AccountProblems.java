package io.rollcall.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All problems of 学信网 accounts, ACC-01 to ACC-26, read from {@code problems.yml} beside
 * this class.
 */
public final class AccountProblems {

	/**
	 * The problem of having not looked yet, which no prompt of 学信网 can mean.
	 */
	static final String SELF_CHECK = "ACC-25";

	private static final Map<String, AccountProblem> ALL = load();

	private AccountProblems() {
	}

	/**
	 * All problems in the order of the pick list.
	 * @return the problems
	 */
	public static Collection<AccountProblem> all() {
		return ALL.values();
	}

	/**
	 * The problem with a code.
	 * @param code the code as it is written in the catalogue, such as {@code ACC-21a}
	 * @return the problem, empty when there is none
	 */
	public static Optional<AccountProblem> find(String code) {
		return Optional.ofNullable(ALL.get(code));
	}

	/**
	 * The problem with a code that must exist.
	 * @param code the code as it is written in the catalogue
	 * @return the problem
	 * @throws IllegalArgumentException when there is none
	 */
	public static AccountProblem get(String code) {
		return find(code).orElseThrow(() -> new IllegalArgumentException("no account problem is called " + code));
	}

	private static Map<String, AccountProblem> load() {
		YAMLMapper mapper = YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
		try (InputStream in = AccountProblems.class.getResourceAsStream("problems.yml")) {
			List<AccountProblem> list = mapper.readValue(in, new TypeReference<List<AccountProblem>>() {
			});
			Map<String, AccountProblem> all = new LinkedHashMap<>();
			for (AccountProblem problem : list) {
				if (all.put(problem.code(), problem) != null) {
					throw new IllegalStateException("the account problems hold " + problem.code() + " twice");
				}
			}
			return Collections.unmodifiableMap(all);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
