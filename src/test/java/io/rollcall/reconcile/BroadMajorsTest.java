package io.rollcall.reconcile;

import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.MajorGroups;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When majors of admission and roster differ because of 大类招生. */
class BroadMajorsTest {

	private static final Field MAJOR = Fields.standard().get("major_name");

	@Test
	void aMajorNamedSoWhoseStudentsWereDivided() {
		BroadMajors majors = counted(MajorGroups.NONE, "机械类", "车辆工程", 40, "机械工程", 30, "会计学", 1);
		assertThat(level(majors, "机械类", "车辆工程")).isEqualTo(Verdict.Level.BROAD_MAJOR);
		assertThat(level(majors, "机械工程", "机械类")).isEqualTo(Verdict.Level.BROAD_MAJOR);
		assertThat(level(majors, "机械类", "会计学")).as("one of seventy-one").isEqualTo(Verdict.Level.DIFFERS);
		assertThat(level(majors, "车辆工程", "机械工程")).isEqualTo(Verdict.Level.DIFFERS);
		assertThat(majors.find(List.of(side("机械类"), side("车辆工程"))).orElseThrow())
			.isEqualTo(new BroadMajors.Broad("机械类", 70, List.of("车辆工程", "机械工程")));
	}

	@Test
	void aMajorNamedSoWhoseStudentsMostlyStayedIsNone() {
		BroadMajors majors = counted(MajorGroups.NONE, "机械类", "机械类", 10, "会计学", 2);
		assertThat(level(majors, "机械类", "会计学")).isEqualTo(Verdict.Level.DIFFERS);
	}

	@Test
	void withoutATellingNameEveryStudentMustHaveLeftIt() {
		BroadMajors majors = counted(MajorGroups.NONE, "人文科学", "历史学", 8, "哲学", 6);
		assertThat(level(majors, "人文科学", "哲学")).isEqualTo(Verdict.Level.BROAD_MAJOR);
		majors = counted(MajorGroups.NONE, "软件工程", "软件工程", 50, "会计学", 3, "金融学", 3);
		assertThat(level(majors, "软件工程", "会计学")).isEqualTo(Verdict.Level.DIFFERS);
		majors = counted(MajorGroups.NONE, "软件工程", "会计学", 2, "金融学", 2);
		assertThat(level(majors, "软件工程", "会计学")).as("too few to tell").isEqualTo(Verdict.Level.DIFFERS);
		majors = counted(MajorGroups.NONE, "飞行器制造", "飞行器制造工程", 60);
		assertThat(level(majors, "飞行器制造", "飞行器制造工程")).as("renamed, not divided").isEqualTo(Verdict.Level.DIFFERS);
	}

	@Test
	void aColumnThatMapsToEverythingIsNoMajor() {
		BroadMajors majors = counted(MajorGroups.NONE, "本科", "甲", 9, "乙", 9, "丙", 9, "丁", 9, "戊", 9, "己", 9, "庚", 9);
		assertThat(level(majors, "本科", "甲")).isEqualTo(Verdict.Level.DIFFERS);
	}

	@Test
	void theCrossWalkOfTheJobFileIsAMatterOfWriting() {
		BroadMajors majors = new BroadMajors(new MajorGroups(Map.of("工科试验班", List.of("车辆工程"))));
		assertThat(level(majors, "工科试验班（智能制造）", "车辆工程")).isEqualTo(Verdict.Level.FORMAT_ONLY);
		assertThat(level(majors, "工科试验班", "会计学")).isEqualTo(Verdict.Level.DIFFERS);
	}

	private static BroadMajors counted(MajorGroups groups, String broad, Object... spread) {
		BroadMajors majors = new BroadMajors(groups);
		for (int i = 0; i < spread.length; i += 2) {
			majors.count(broad, (String) spread[i], (Integer) spread[i + 1]);
		}
		majors.end();
		return majors;
	}

	private static Verdict.Level level(BroadMajors majors, String first, String second) {
		return majors.compare(MAJOR, side(first), side(second)).level();
	}

	private static Side side(String major) {
		return new Side("roster", major, false, null, null);
	}

}
