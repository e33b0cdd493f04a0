package io.rollcall.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the self-check has come, in a college or in one of its majors or classes. Of
 * the students expected to look, those who have and those who have not; keepers, those
 * who gave up and those who left are counted apart.
 *
 * @param college the college; empty for students whose college is unknown
 * @param major the major, or empty for the whole college
 * @param className the class, or empty for the whole major
 * @param expected 应查人数
 * @param checked 已查; empty when no source tells it
 * @param wrong 有误, of those who have looked
 * @param notFound 查不到学籍, of those who have not
 * @param accountProblems 账号问题, of those expected
 * @param duplicateIds 证件号重复, of those expected
 * @param pendingEvidence 待佐证, of those expected
 * @param reported 已报送, of those expected
 * @param kept 保留入学资格
 * @param gaveUp 放弃 and 取消
 * @param left 退学
 * @param damaged 数据损坏待重新导出, of those expected
 */
public record SelfCheckRow(String college, String major, String className, long expected, Optional<Long> checked,
		long wrong, long notFound, long accountProblems, long duplicateIds, long pendingEvidence, long reported,
		long kept, long gaveUp, long left, long damaged) {

	private static final int DECIMALS = 4;

	public SelfCheckRow {
		Objects.requireNonNull(college);
		Objects.requireNonNull(major);
		Objects.requireNonNull(className);
		Objects.requireNonNull(checked);
	}

	/**
	 * Nobody in a college.
	 * @param college the college
	 * @param told whether a source tells who has looked
	 * @return a row of zeros
	 */
	public static SelfCheckRow none(String college, boolean told) {
		return new SelfCheckRow(college, "", "", 0, told ? Optional.of(0L) : Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0,
				0, 0);
	}

	/**
	 * 未查: expected and not checked.
	 * @return how many; empty when no source tells it
	 */
	public Optional<Long> unchecked() {
		return this.checked.map((count) -> this.expected - count);
	}

	/**
	 * 无误: checked and nothing claimed.
	 * @return how many; empty when no source tells it
	 */
	public Optional<Long> correct() {
		return this.checked.map((count) -> count - this.wrong);
	}

	/**
	 * 自查率.
	 * @return 0 to 1 with four decimals; empty when nobody is expected or no source tells
	 * it
	 */
	public Optional<BigDecimal> rate() {
		return this.checked.filter((count) -> this.expected > 0)
			.map((count) -> BigDecimal.valueOf(count)
				.divide(BigDecimal.valueOf(this.expected), DECIMALS, RoundingMode.HALF_UP));
	}

	/**
	 * The sum with another row.
	 * @param other the other row
	 * @return the sum under this row's names
	 */
	public SelfCheckRow plus(SelfCheckRow other) {
		return new SelfCheckRow(this.college, this.major, this.className, this.expected + other.expected,
				this.checked.flatMap((count) -> other.checked.map((more) -> count + more)), this.wrong + other.wrong,
				this.notFound + other.notFound, this.accountProblems + other.accountProblems,
				this.duplicateIds + other.duplicateIds, this.pendingEvidence + other.pendingEvidence,
				this.reported + other.reported, this.kept + other.kept, this.gaveUp + other.gaveUp,
				this.left + other.left, this.damaged + other.damaged);
	}

	/**
	 * The same counts under other names.
	 * @param newCollege the college
	 * @param newMajor the major, or empty
	 * @param newClass the class, or empty
	 * @return the row
	 */
	public SelfCheckRow named(String newCollege, String newMajor, String newClass) {
		return new SelfCheckRow(newCollege, newMajor, newClass, this.expected, this.checked, this.wrong, this.notFound,
				this.accountProblems, this.duplicateIds, this.pendingEvidence, this.reported, this.kept, this.gaveUp,
				this.left, this.damaged);
	}

}
